import { existsSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { TemplateError } from '../../../src/errors.ts';
import { chooseFonts, type FontUse } from '../../../src/card/fonts/faces.ts';
import { families, hanFamilies, scriptFamilies } from '../../../src/card/fonts/families.ts';

const root = join(import.meta.dirname, '../../..');
const settings = parse(readFileSync(join(root, 'netlify.toml'), 'utf8')) as {
  functions: { included_files: string[] };
};
const choose = (use: FontUse) => chooseFonts([use], 'a', 'en');

describe('a family that ships', () => {
  it.each([
    ['Inter', [100, 400, 900], 'Inter 900 inter-latin-900-normal'],
    ['JetBrains Mono', [100, 400, 800], 'JetBrains Mono 800 jetbrains-mono-latin-800-normal'],
    ['Newsreader', [200, 450, 800], 'Newsreader 800 newsreader-latin-wght-normal'],
  ])('is %s', (family, weights, last) => {
    const { faces } = choose({ family, weights });
    expect(faces).toHaveLength(weights.length);
    expect(faces.at(-1)!.id).toContain(`${last} `);
  });

  it('has an italic where that is drawn, Newsreader', () => {
    const [face] = choose({ family: 'Newsreader', weights: [600], style: 'italic' }).faces;
    expect(face).toMatchObject({ family: 'Newsreader', weight: 600, style: 'italic' });
    expect(face!.id).toContain('newsreader-latin-wght-italic');
  });

  it.each<[FontUse, string]>([
    [
      { family: 'Comic Sans', weights: [400] },
      'it does not ship with Cardstock. Valid: Inter, JetBrains Mono, Newsreader',
    ],
    [{ family: 'toString', weights: [400] }, 'it does not ship with Cardstock. Valid: Inter'],
    [
      { family: 'Inter', weights: [450] },
      '@fontsource/inter has no weight 450. Valid: 100, 200, 300, 400, 500',
    ],
    [{ family: 'Inter', weights: [NaN] }, '@fontsource/inter has no weight NaN. Valid: 100'],
    [
      { family: 'Newsreader', weights: [900] },
      '@fontsource-variable/newsreader has no weight 900. Valid: 200 to 800.',
    ],
    [
      { family: 'Inter', weights: [400], style: 'italic' },
      'it ships without style "italic". Valid: normal, or',
    ],
  ])('is not %j', (use, message) => {
    expect(() => choose(use)).toThrow(TemplateError);
    expect(() => choose(use)).toThrow(`Font family "${use.family}": ${message}`);
  });
});

describe('the Netlify bundle', () => {
  const shipped = [
    ...Object.values(families).flatMap((styles) => Object.values(styles)),
    ...[...scriptFamilies, ...Object.values(hanFamilies)].map(({ open }) => open),
  ].map((open) => open());

  it('is told to hold every file of every family, and the lists they are found by', () => {
    const paths = shipped.flatMap((family) => {
      const folder = `node_modules/${family.source}`;
      const weights = family.weights.map(([first]) => first);
      const fonts = weights
        .flatMap((weight) => family.files(weight))
        .map(({ name }) => `files/${name === 'noto-sans-math' ? `${name}-latin-400-normal` : name}.woff2`);
      return ['package.json', 'unicode.json', ...fonts].map((name) => `${folder}/${name}`);
    });
    expect(paths.length).toBeGreaterThan(500);
    const isIncluded = (path: string) =>
      settings.functions.included_files.some((pattern) => matchesGlob(path, pattern));
    expect(paths.filter((path) => !existsSync(join(root, path)) || !isIncluded(path))).toEqual([]);
  });
});
