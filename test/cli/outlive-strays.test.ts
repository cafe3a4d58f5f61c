import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';

const module = import.meta.resolve('../../src/cli/outlive-strays.ts');

/** Tells of a stray error while nobody reads; its exit code is how often it was told of another. */
const program = `
  import { setTimeout as later } from 'node:timers/promises';
  const { outliveStrays } = await import(${JSON.stringify(module)});
  outliveStrays();
  let errors = 0;
  process.on('uncaughtException', () => (errors += 1));
  await new Promise((closed) => process.stdin.on('end', closed).resume());
  setTimeout(() => { throw new Error('a stray'); });
  process.stdout.write('a line of the log');
  for (let turn = 0; turn < 20; turn++) await later(1);
  process.exit(errors);
`;

it('a server whose log nobody reads any more goes on, and does not tell itself of that for ever', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'pipe' });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdout.destroy();
  child.stderr.destroy();
  child.stdin.end();
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(1);
});
