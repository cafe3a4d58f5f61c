import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { complaintOf } from '../../src/system/node-version.ts';

const root = join(import.meta.dirname, '../..');
const main = join(root, 'dist/src/cli/main.js');
const run = promisify(execFile);

const pretending = (version: string) => {
  const code = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  return [process.execPath, '--import', `data:text/javascript,${encodeURIComponent(code)}`];
};
/** The real thing, where this machine has one beside ours. */
const systemNode = '/usr/bin/node';

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const call = ([file, ...before]: readonly string[], words: readonly string[]): Promise<Outcome> =>
  run(file!, [...before, ...words], { timeout: 60_000 }).then(
    (done) => ({ code: 0, ...done }),
    (error: unknown) => error as Outcome,
  );

it.each([
  ['10.0.0', true],
  ['20.20.2', true],
  ['22.16.9', true],
  ['22.17.0', false],
  ['24.0.0', false],
  ['26.1.0-nightly', false],
])('Node %s is refused: %s', (version, isRefused) => {
  expect(complaintOf(version) !== undefined).toBe(isRefused);
});

it('the oldest version is the one that package.json names', () => {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    engines: { node: string };
  };
  expect(complaintOf('1.0.0')).toContain(` needs ${engines.node.replace('>=', '')} or newer`);
});

const nodes = [pretending('20.20.2')];
const isOld = (version: string) => complaintOf(version) !== undefined;
if (existsSync(systemNode)) {
  const { stdout } = await run(systemNode, ['-p', 'process.versions.node']);
  if (isOld(stdout.trim())) nodes.push([systemNode]);
}

const lines = [
  '',
  '--version',
  '--help',
  'build public',
  'render article',
  'start',
  'init',
  'no-such-command',
];
const entries = ['index', 'og', ...['astro', 'eleventy', 'next', 'nuxt', 'vite', 'netlify'].map(inWrappers)];

describe.each(nodes)('an old Node (%s)', (...node) => {
  it('is told so by every command at once, in one sentence with the way out', async () => {
    const words = lines.map((line) => line.split(' ').filter(Boolean));
    const outcomes = await Promise.all(words.map((each) => call(node, [main, ...each])));
    for (const [index, { code, stdout, stderr }] of outcomes.entries()) {
      expect({ code, stdout }, lines[index]).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(
        /^cardstock: Node \S+ is too old: Cardstock needs [\d.]+ or newer\. "nvm install 24" gets one.*\n$/,
      );
    }
  });

  it('is told so where a program imports the package, or a plugin of another tool', async () => {
    const files = entries.map((name) => join(root, `dist/src/${name}.js`));
    const code = `Promise.allSettled(${JSON.stringify(files)}.map((file) => import(file)))
      .then((all) => console.log(JSON.stringify(all.map(({ reason }) => reason?.message))))`;
    const messages = JSON.parse((await call(node, ['-e', code])).stdout) as string[];
    const told = expect.stringMatching(/^Node \S+ is too old: Cardstock needs/) as string;
    expect(messages).toEqual(entries.map(() => told));
  });
});

function inWrappers(name: string): string {
  return `project/wrappers/${name}`;
}
