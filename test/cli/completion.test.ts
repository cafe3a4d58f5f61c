import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';

const main = join(import.meta.dirname, '../../dist/src/cli/main.js');
const run = promisify(execFile);
const cardstock = (...words: string[]) => run(process.execPath, [main, ...words]);

it.each([
  ['a command', ['bui'], ['build']],
  ['a command of a command', ['cache', 'p'], ['purge']],
  ['an option of a command', ['build', 'public', '--dry'], ['--dry-run']],
  ['a value of an option', ['render', 'plain', '--variant', 's'], ['square']],
  ['a template', ['render', 'pl'], ['plain']],
  ['a shell', ['completion', 'f'], ['fish']],
  ['nothing, where files are meant', ['build', 'pub'], []],
])('completes %s', async (_what, words, found) => {
  const { stdout } = await cardstock('complete', '--', ...words);
  expect(stdout.split('\n').filter(Boolean)).toEqual(found);
});

it('is understood by bash', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-completion-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const script = `cardstock() { "${process.execPath}" "${main}" "$@"; }
eval "$(cardstock completion bash)"
COMP_WORDS=(cardstock build public --dry); COMP_CWORD=3; _cardstock; echo "\${COMPREPLY[@]}"`;
  expect((await run('bash', ['-c', script], { cwd: folder })).stdout).toBe('--dry-run\n');
});

it('knows no other shells', async () => {
  await expect(cardstock('completion', 'bsh')).rejects.toMatchObject({
    code: 2,
    stderr: '✗ --shell: unknown value "bsh". Did you mean "bash"? Valid: bash, zsh, fish.\n',
  });
});
