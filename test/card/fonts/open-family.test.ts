import { truncateSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TemplateError } from '../../../src/errors.ts';
import { checkFonts } from '../../../src/card/fonts/open-family.ts';
import { inter, makeSfnt } from './support/fonts.ts';
import { openProject } from './support/project.ts';

describe('what is no font', () => {
  it.each([
    ['a file that is not there', './brand.woff2', 'brand.woff2 is no file.'],
    ['a folder', './', 'is no file.'],
    [
      'an address',
      'https://example.com/a.woff2',
      'https://example.com/a.woff2 is no file of this machine. Valid: a path',
    ],
    [
      'a package that is not installed',
      '@fontsource/lora',
      'Valid: a fontsource package as in @fontsource/lora, or',
    ],
    ['a package without fonts', 'zod', 'zod is no fontsource package: it has no font files.'],
    ['a style that a package lacks', '@fontsource/noto-sans-math', 'has no style "italic". Valid: normal.'],
    ['nothing', '', 'the package  is not installed'],
  ])('(%s) is an error that names the family and what was tried', (_name, from, message) => {
    openProject();
    const use = { family: 'Brand', weights: [400], style: 'italic', from } as const;
    expect(() => checkFonts([use])).toThrow(TemplateError);
    expect(() => checkFonts([use])).toThrow(/^Font family "Brand": /);
    expect(() => checkFonts([use])).toThrow(message);
  });

  it.each([
    [
      'text',
      Buffer.from('Not Found'),
      'it is no WOFF2, WOFF, TrueType or OpenType font. Valid: a WOFF2, WOFF, TTF or OTF',
    ],
    ['half a font', inter(400).subarray(0, 9_000), 'it is damaged.'],
    ['no characters', makeSfnt({ glyf: Buffer.alloc(4) }), 'it has no character map.'],
  ])('but a file of %s is an error that names it', (_name, bytes, message) => {
    const { write } = openProject();
    const use = { family: 'Brand', weights: [400], from: write('brand.woff2', bytes) };
    expect(() => checkFonts([use])).toThrow(TemplateError);
    expect(() => checkFonts([use])).toThrow(`Font family "Brand": brand.woff2 cannot be used: ${message}`);
  });

  it('but a file of 32 MB and more is not even read', () => {
    const { write } = openProject();
    const use = { family: 'Brand', weights: [400], from: write('brand.ttf', Buffer.alloc(0)) };
    truncateSync(use.from, 32_000_001);
    expect(() => checkFonts([use])).toThrow('brand.ttf has 32000001 bytes, and a font may have 32000000.');
  });
});
