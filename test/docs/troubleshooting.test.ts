import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDocument, root } from './markdown.ts';

/** All sources as one line, without what joins the parts of a long message. */
function readSources(): string {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(root, 'src', name), 'utf8'));
  return texts
    .join('\n')
    .replaceAll(/['`"]\s*\+\s*['`"]/g, '')
    .replaceAll(/\s+/g, ' ');
}

it('every message that is explained is one that the code says', () => {
  const page = readDocument('docs/troubleshooting.md');
  const messages = [...page.matchAll(/^### `(.+)`$/gm)].map(([, message]) => message!);
  expect(messages.length).toBeGreaterThan(20);
  const sources = readSources();
  const isSaid = (message: string) =>
    message
      .split('…')
      .every((part) => sources.includes(part.trim()) || sources.includes(part.trim().replaceAll('"', '\\"')));
  expect(messages.filter((message) => !isSaid(message))).toEqual([]);
});
