import { expect, onTestFinished, test, vi } from 'vitest';
import {
  expectedSandbox,
  Sandbox,
  sandboxChosen,
  type SandboxState,
} from '../../../src/camera/chromium/sandbox.ts';

/** Browsers that start as `fate` says: with the sandbox, and without. */
function browsers(fate: { on?: Error; off?: Error }) {
  const tried: boolean[] = [];
  const start = (sandbox: boolean) => {
    tried.push(sandbox);
    const failure = sandbox ? fate.on : fate.off;
    return failure ? Promise.reject(failure) : Promise.resolve('a browser');
  };
  return { start, tried };
}

const forbidden = new Error('Chromium ended while it was being started: FATAL: No usable sandbox!');
const auto = { sandbox: 'auto', serverless: false } as const;

test('a sandbox that is set is never given up', async () => {
  const { start, tried } = browsers({ on: forbidden });
  const sandbox = new Sandbox({ sandbox: 'on', serverless: false });
  await expect(sandbox.launch(start)).rejects.toBe(forbidden);
  await expect(sandbox.launch(start)).rejects.toBe(forbidden);
  expect(tried).toEqual([true, true]);
});

test('what was found is said once, and kept', async () => {
  const said: SandboxState[] = [];
  const end = sandboxChosen.subscribe((state) => said.push(state));
  const { start } = browsers({});
  const sandbox = new Sandbox({ sandbox: 'off', serverless: false });
  await Promise.all([sandbox.launch(start), sandbox.launch(start)]);
  await sandbox.launch(start);
  end();
  expect(said).toEqual([{ isOn: false, reason: 'CARDSTOCK_SANDBOX=off' }]);
});

test('a failure that passes does not take it down', async ({ skip }) => {
  vi.spyOn(process, 'getuid').mockReturnValue(1_000);
  onTestFinished(() => void vi.restoreAllMocks());
  skip(!expectedSandbox(auto).isOn, 'this kernel has no user namespaces for ordinary users');
  const fate: { on?: Error } = { on: new Error('spawn /bin/sh EMFILE') };
  const { start, tried } = browsers(fate);
  const sandbox = new Sandbox(auto);
  await expect(sandbox.launch(start)).rejects.toThrow('EMFILE');
  fate.on = forbidden;
  await sandbox.launch(start);
  await sandbox.launch(start);
  expect(tried).toEqual([true, true, false, false]);
});
