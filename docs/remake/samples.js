import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const fence = /^( *)(`{3,})(\w+)([^\n]*)\n(.*?)\n\1\2 *$/gms;

/**
 * The fenced blocks of a page. `[cards/logo.tsx]` behind the language is the file that a block is;
 * `no-run: …` and `no-check: …` say why nobody can try it here.
 */
export function readSamples(text) {
  return [...text.matchAll(fence)].map(([, indent, , language, info, body], index) => ({
    index,
    language,
    file: /\[([\w.+/[\]-]+\.\w+)\]/.exec(info)?.[1],
    noRun: /no-run: (.+)/.exec(info)?.[1],
    noCheck: /no-check: (.+)/.exec(info)?.[1],
    text: body.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }));
}

/** The cards of its own that a page shows: which template draws them, from which example, into which file. */
export function readPictures(text) {
  return [...text.matchAll(/images\/(design\/([a-z\d-]+?)(?:--([a-z\d-]+))?\.webp)/g)].map(
    ([, file, template, example]) => ({ file, template, example }),
  );
}

export const usualConfig = `import { defineConfig } from 'cardstock-og';

export default defineConfig({ site: 'https://example.com', templates: './cards' });
`;

/** Writes what a page shows as files into a project of its own. */
export async function writeSamples(text, folder) {
  const files = readSamples(text).filter(({ file, noCheck }) => file && !noCheck);
  const hasConfig = files.some(({ file }) => file === 'cardstock.config.ts');
  const all = [...(hasConfig ? [] : [{ file: 'cardstock.config.ts', text: usualConfig }]), ...files];
  for (const { file, text: content } of all) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), `${content}\n`);
  }
}
