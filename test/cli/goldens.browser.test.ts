import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { StudioProject } from '../studio/support/project.ts';

const main = join(import.meta.dirname, '../../dist/src/cli/main.js');
const run = promisify(execFile);
const project = new StudioProject();
afterAll(() => project.remove());

/** Code, and what was printed. */
async function sheet(...words: string[]): Promise<[code: number, text: string]> {
  const command = [main, 'contact-sheet', '--variant', 'og', ...words];
  return run(process.execPath, command, { cwd: project.folder }).then(
    ({ stdout }) => [0, stdout],
    (error: { code: number; stdout: string; stderr: string }) => [error.code, error.stdout + error.stderr],
  );
}

describe('cardstock contact-sheet', () => {
  it('accepts how a project looks, and exits with 1 once it looks otherwise', async () => {
    const [code, accepted] = await sheet('--update');
    expect([code, accepted]).toEqual([0, expect.stringContaining('2 new (cards/__golden__)')]);
    expect(await sheet('--check')).toEqual([0, '2 pictures: 2 same (cards/__golden__)\n']);

    project.edit('cards/parts/words.tsx', "'inherit'", "'red'");
    const [failed, text] = await sheet('--check', '--only', 'hello');
    expect(failed).toBe(1);
    expect(text).toMatch(/^changed {2}hello\/full\.og\.png: \d+ pixels \(.*%\), the design is another one$/m);
    expect(text).toContain('out/contact-sheet/differences.png shows them all');
    const [, json] = await sheet('--check', '--json');
    const { verdicts, overview } = JSON.parse(json) as { verdicts: unknown[]; overview: string };
    expect(verdicts[0]).toMatchObject({ kind: 'changed', name: 'hello/short.og.png' });
    expect((await readFile(join(project.folder, overview))).subarray(1, 4).toString()).toBe('PNG');
  });

  it('names what does not go together', async () => {
    expect(await sheet('--check', '--update')).toEqual([2, expect.stringContaining('name one of them')]);
  });
});
