import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished, vi } from 'vitest';

const require = createRequire(import.meta.url);

/** The folder of somebody who uses Cardstock, and that we run in; gone when the test is over. */
export function openProject() {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-project-'));
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  onTestFinished(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });
  /** Puts a font file, or what pretends to be one, where templates may name it. */
  const write = (name: string, bytes: Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  /** A package as fontsource makes them: one of ours under another name, with some of its files. */
  const install = (name: string, original: string, files: RegExp): void => {
    const from = dirname(require.resolve(`${original}/package.json`));
    const to = join(folder, 'node_modules', name);
    const [id, originalId] = [name, original].map((full) => full.split('/').at(-1)!) as [string, string];
    mkdirSync(join(to, 'files'), { recursive: true });
    cpSync(join(from, 'unicode.json'), join(to, 'unicode.json'));
    writeFileSync(
      join(to, 'package.json'),
      JSON.stringify({ name, exports: { './package.json': './package.json' } }),
    );
    for (const file of readdirSync(join(from, 'files')).filter((file) => files.test(file))) {
      cpSync(join(from, 'files', file), join(to, 'files', file.replace(originalId, id)));
    }
  };
  return { folder, write, install };
}
