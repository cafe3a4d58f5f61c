import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TemplateError } from '../../../src/errors.ts';
import { facesOf, namesOf } from './support/fonts.ts';
import { openProject } from './support/project.ts';

describe('a fontsource package', () => {
  it('of static weights is found in the project', () => {
    const { install } = openProject();
    install('@fontsource/lora', '@fontsource/inter', /-latin(-ext)?-(400|700)-normal\.woff2$/);
    const from = '@fontsource/lora';
    expect(namesOf({ family: 'Lora', weights: [700], from }, 'Ő')).toEqual([
      'Lora 700 lora-latin-ext-700-normal',
    ]);
    expect(() => facesOf({ family: 'Lora', weights: [700, 900], from })).toThrow(
      'Font family "Lora": @fontsource/lora has no weight 900. Valid: 400, 700.',
    );
  });

  it('of one variable font is found in the project, and has the weights of its axis', () => {
    const { install } = openProject();
    install(
      '@fontsource-variable/fraunces',
      '@fontsource-variable/newsreader',
      /-wght-(normal|italic)\.woff2$/,
    );
    const from = '@fontsource-variable/fraunces';
    const use = { family: 'Fraunces', weights: [350], from };
    expect(namesOf(use)).toEqual(['Fraunces 350 fraunces-latin-wght-normal']);
    expect(namesOf({ ...use, style: 'italic' })).toEqual(['Fraunces 350 italic fraunces-latin-wght-italic']);
    expect(() => facesOf({ ...use, weights: [100] })).toThrow('has no weight 100. Valid: 200 to 800.');
  });

  it('that was never divided has no list, and is one file for all characters', () => {
    const { folder, install } = openProject();
    install('@fontsource/whole', '@fontsource/inter', /-latin-400-normal\.woff2$/);
    rmSync(join(folder, 'node_modules/@fontsource/whole/unicode.json'));
    const [face] = facesOf({ family: 'Whole', weights: [400], from: '@fontsource/whole' });
    expect(face!.unicodeRange).toBe('U+0-10FFFF');
  });

  it('of the project comes before one of ours', () => {
    const use = { family: 'Mine', weights: [400], from: '@fontsource/inter' };
    openProject();
    expect(namesOf(use)).toEqual(['Mine 400 inter-latin-400-normal']);
    openProject().install('@fontsource/inter', '@fontsource/inter', /-latin-500-normal\.woff2$/);
    expect(() => facesOf(use)).toThrow('@fontsource/inter has no weight 400. Valid: 500.');
  });

  it('is opened once: the second card reads nothing', () => {
    const { folder, install } = openProject();
    install('@fontsource/lora', '@fontsource/inter', /-latin-400-normal\.woff2$/);
    const use = { family: 'Lora', weights: [400], from: '@fontsource/lora' };
    const faces = facesOf(use);
    rmSync(join(folder, 'node_modules'), { recursive: true });
    expect(facesOf(use)).toEqual(faces);
  });

  it('may be installed while we run', () => {
    const { install } = openProject();
    const use = { family: 'Lora', weights: [400], from: '@fontsource/lora' };
    expect(() => facesOf(use)).toThrow('the package @fontsource/lora is not installed');
    install('@fontsource/lora', '@fontsource/inter', /-latin-400-normal\.woff2$/);
    expect(facesOf(use)).toHaveLength(1);
  });

  it('with a damaged file is an error that names it', () => {
    const { folder, install } = openProject();
    install('@fontsource/lora', '@fontsource/inter', /-latin-400-normal\.woff2$/);
    const path = join(folder, 'node_modules/@fontsource/lora/files/lora-latin-400-normal.woff2');
    writeFileSync(path, readFileSync(path).subarray(0, 9_000));
    const use = { family: 'Lora', weights: [400], from: '@fontsource/lora' };
    expect(() => facesOf(use)).toThrow(TemplateError);
    expect(() => facesOf(use)).toThrow('@fontsource/lora/files/lora-latin-400-normal.woff2 cannot be used');
  });
});
