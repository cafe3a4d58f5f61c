import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';

const main = join(import.meta.dirname, '../../dist/src/cli/main.js');
const run = promisify(execFile);

it('a browser that was unpacked beforehand is taken from there, and may be run by whoever cannot write to it', async () => {
  const root = mkdtempSync(join(tmpdir(), 'cardstock-unpack-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const [folder, temporary] = [join(root, 'browser'), join(root, 'tmp')];
  mkdirSync(temporary);
  await run(process.execPath, [main, 'unpack', folder]);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const modes = new Set(entries.map(({ parentPath, name }) => statSync(join(parentPath, name)).mode & 0o777));
  expect([...modes].sort()).toEqual([0o644, 0o755].sort());

  const env = { ...process.env, CARDSTOCK_BROWSER_FOLDER: folder, CARDSTOCK_TMP: temporary };
  const { stdout } = await run(process.execPath, [main, 'render', 'plain', '--title', 'Owls'], {
    cwd: root,
    env,
  });
  expect(stdout).toMatch(/^out\/plain\S*\.jpg: 1200×630/);
  expect(readdirSync(temporary, { recursive: true }).join()).not.toContain('chromium-');
});
