import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { replace } from '../../src/system/write-whole.ts';

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-whole-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

it('a draft that another run has swept up is written anew', async () => {
  const folder = makeFolder();
  let drafts = 0;
  await replace(join(folder, 'page.html'), async (draft) => {
    await writeFile(draft, 'whole');
    drafts += 1;
    if (drafts === 1) await rm(draft);
  });
  expect(readdirSync(folder)).toEqual(['page.html']);
  expect(readFileSync(join(folder, 'page.html'), 'utf8')).toBe('whole');
});

it('what can never be written fails, and leaves no draft', async () => {
  const folder = makeFolder();
  const vanishing = async (draft: string) => {
    await writeFile(draft, 'whole');
    await rm(draft);
  };
  await expect(replace(join(folder, 'page.html'), vanishing)).rejects.toThrow('ENOENT');
  expect(readdirSync(folder)).toEqual([]);
});
