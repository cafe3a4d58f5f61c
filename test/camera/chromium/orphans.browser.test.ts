import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { endOrphans } from '../../../src/camera/chromium/orphans.ts';
import { openTemporaryFolder, sweep } from '../../../src/system/temporary-folder.ts';
import { familyOf } from '../../support/processes.ts';
import { typescript } from '../../support/typescript.ts';

const script = join(import.meta.dirname, '../../support/killed.ts');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cardstock-tools-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The pids of browsers whose process was killed. */
async function leaveBrowsers(
  count: number,
  { startingMs = 0, path = process.env['PATH']!, hanging = false } = {},
) {
  const words = [...typescript, script, String(count), String(startingMs), ...(hanging ? ['hanging'] : [])];
  const env = { ...process.env, PATH: path };
  const { stdout } = await promisify(execFile)(process.execPath, words, { env }).catch(
    (error: { stdout: string }) => error,
  );
  return stdout.split(' ').map(Number);
}

/** A folder of tools with this `setpriv` or none. */
function toolsWith(setpriv?: string): string {
  const tools = mkdtempSync(join(folder, 'bin-'));
  symlinkSync('/bin/true', join(tools, 'true'));
  if (setpriv === undefined) return tools;
  writeFileSync(join(tools, 'setpriv'), `#!/bin/sh\n${setpriv}\n`);
  chmodSync(join(tools, 'setpriv'), 0o755);
  return tools;
}

describe('browsers of a process that is killed end by themselves', () => {
  test.each([
    ['with setpriv', () => process.env['PATH']!],
    ['without any', () => toolsWith()],
    ["with BusyBox's, which has no --pdeathsig", () => toolsWith('echo "unrecognized option" >&2; exit 1')],
  ])('%s', async (_name, tools) => {
    const path = tools();
    const pids: number[] = [];
    for (const startingMs of [1, 80]) pids.push(...(await leaveBrowsers(3, { startingMs, path })));
    expect(pids).toHaveLength(8);
    await expect.poll(() => pids.flatMap(familyOf), { timeout: 20_000 }).toEqual([]);
  });
});

test('one that hangs is ended by the next start', async () => {
  const [pid] = (await leaveBrowsers(1, { path: toolsWith('exit 1'), hanging: true })) as [number];
  expect(familyOf(pid)).not.toEqual([]);
  const temporaryFolder = openTemporaryFolder(tmpdir());
  endOrphans(temporaryFolder);
  sweep(temporaryFolder);
  await expect.poll(() => familyOf(pid), { timeout: 20_000 }).toEqual([]);
});
