import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = join(import.meta.dirname, '../../dist/src/cli/main.js');

interface Ended {
  readonly code: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cardstock-errors-'));
  await mkdir(join(folder, 'cards'));
  await writeFile(join(folder, 'cardstock.config.js'), `export default { templates: './cards' };`);
  const hello = `
    import { defineTemplate, text, z } from 'cardstock-og';
    export const hello = defineTemplate({
      name: 'hello',
      description: 'Says hello.',
      props: z.strictObject({ title: text(40), author: text(40) }),
      examples: { short: { title: 'Hello' } },
      css: '',
      alt: ({ title }) => title,
      render: ({ title }) => <p>{title.nothing.there}</p>,
    });
  `;
  await writeFile(join(folder, 'cards/hello.jsx'), hello);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function cardstock(
  words: readonly string[],
  environment: Record<string, string> = {},
  cwd = folder,
): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...environment } };
    execFile(process.execPath, [main, ...words], options, (error, stdout, stderr) =>
      resolve({ code: error ? error.code : 0, stdout, stderr }),
    );
  });
}

describe('what went wrong with a command', () => {
  it.each([
    [['render', 'plian'], '✗ There is no template "plian". Did you mean "plain"? Valid: '],
    [
      ['render', 'plain', '--title', 'x', '--variant', 'sqare'],
      '✗ --variant: unknown value "sqare". Did you mean "square"? ',
    ],
    [['build', '.', '--mode', 'statik'], '✗ --mode: unknown value "statik". Did you mean "static"? '],
    [['buidl'], "✗ unknown command 'buidl'\n(Did you mean build?)\n"],
    [['render', 'hello'], '✗ Template "hello" (cards/hello.jsx), example "short": --author: is required.\n'],
  ])('is said in its own words: %j', async (words, message) => {
    const { code, stderr } = await cardstock(words);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^✗ [^✗]*$/);
    expect(code).toBe(2);
  });

  it('is all that is wrong with the props, each by its option', async () => {
    const props = '{"titel":"Hello","date":"tomorrow"}';
    const { stderr } = await cardstock(['render', 'article', '--props', props]);
    expect(stderr.split('\n').map((line) => line.slice(0, 50))).toEqual([
      '✗ --titel: no such prop. Did you mean "title"? Val',
      '✗ --title: is required.',
      '✗ --date: expected a date as in 2026-11-22.',
      '',
    ]);
  });

  it('is JSON for whoever asked for JSON, on the output that is read', async () => {
    const { code, stdout, stderr } = await cardstock(['explain', 'plain', '--variant', 'sqare', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'invalid_parameter', parameter: 'variant' } });
    const mistyped = await cardstock(['doctor', '--jsno', '--json']);
    expect(JSON.parse(mistyped.stdout)).toMatchObject({ error: { code: 'invalid_command' } });
    expect([code, stderr, mistyped.code, mistyped.stderr]).toEqual([2, '', 2, '']);
  });

  it('has no stack, unless --debug asks for one', async () => {
    const { stderr } = await cardstock(['render', 'plian', '--debug']);
    expect(stderr).toMatch(/^✗ There is no template "plian".*\nUnknownTemplateError: .*\n +at /);
  });

  it('is said where nobody waited for it, with its place and without an end of Node', async () => {
    const stray = join(folder, 'stray');
    await mkdir(stray);
    await writeFile(
      join(stray, 'cardstock.config.js'),
      "setTimeout(() => { throw new Error('stray'); }); export default {};",
    );
    const { code, stderr } = await cardstock(['render', 'plian'], {}, stray);
    expect(stderr).toMatch(/^✗ stray — cardstock\.config\.js:1:26$/m);
    expect(stderr).not.toMatch(/Node\.js v|^ +at /m);
    expect(code).toBe(1);
  });

  it.each([
    [{ FORCE_COLOR: '1' }, true],
    [{ NO_COLOR: '1' }, false],
    [{}, false],
  ])('is in colour where that is asked for: %j', async (environment, isColored) => {
    const usual = { FORCE_COLOR: '', NO_COLOR: '' };
    const given = Object.fromEntries(
      Object.entries({ ...usual, ...environment }).filter(([, value]) => value),
    );
    const { stderr } = await cardstock(['buidl'], given);
    expect(stderr.includes('\u001B[31m✗')).toBe(isColored);
  });
});
