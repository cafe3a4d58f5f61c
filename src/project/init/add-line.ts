import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../system/write-whole.ts';

/** Adds a line to a file of lines, in its own manner; `false` where it has it, with or without slashes. */
export async function addLine(folder: string, name: string, line: string): Promise<boolean> {
  const file = join(folder, name);
  const text = await readFile(file, 'utf8').catch(() => '');
  const bare = (each: string) => each.trim().replaceAll(/^\/|\/$/g, '');
  if (text.split(/\r?\n/).some((each) => bare(each) === bare(line))) return false;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' || text.endsWith('\n') ? '' : end;
  await writeWhole(file, `${text}${gap}${line}${end}`);
  return true;
}
