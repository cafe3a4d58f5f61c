import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument, root } from './markdown.ts';

const { references } = (await import(join(root, 'docs/remake/references.js'))) as {
  references: () => Promise<Record<string, string>>;
};
const made = await references();

describe('what is committed of the references is what the code says; `make docs` remakes it', () => {
  it.each(Object.keys(made))('%s', (path) => expect(readDocument(path)).toBe(made[path]));
});
