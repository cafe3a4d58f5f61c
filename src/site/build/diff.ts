import { createTwoFilesPatch } from 'diff';
import { decodeHtml } from '../read/html/encoding.ts';

/** What would be changed in a page, as a unified diff. */
export function diffOf(path: string, before: Buffer, after: Buffer): string {
  return createTwoFilesPatch(path, path, decodeHtml(before).text, decodeHtml(after).text, '', '', {
    context: 1,
  });
}
