import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from './server.js';

/** Unpacks Chromium once for all phases, unless somebody has; gone when we are. */
export function unpackBrowser() {
  if (process.env.CARDSTOCK_BROWSER_FOLDER) return;
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-bench-browser-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  execFileSync(process.execPath, [main, 'unpack', folder]);
  process.env.CARDSTOCK_BROWSER_FOLDER = folder;
}
