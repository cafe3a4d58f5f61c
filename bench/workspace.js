import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from './endings.js';

/** An empty temporary folder, and how to remove it with all it then holds. */
export function createWorkspace() {
  const path = mkdtempSync(join(tmpdir(), 'cardstock-bench-'));
  const remove = atEnd(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 }));
  return { path, remove };
}
