import { rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { chooseFonts } from '../../../src/card/fonts/faces.ts';
import {
  facesOf,
  inter,
  makeAxes,
  makeCmap,
  makeGroups,
  makeSfnt,
  namesOf,
  packaged,
  unpackWoff,
} from './support/fonts.ts';
import { openProject } from './support/project.ts';

const newsreader = packaged('@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2');

describe('a font file', () => {
  it.each([
    ['WOFF2', 'brand.woff2', inter(400)],
    ['WOFF', 'brand.woff', inter(400, 'woff')],
    ['TrueType', 'brand.ttf', unpackWoff(inter(400, 'woff'))],
    ['something under another name', 'brand.font', inter(400)],
  ])('is taken as %s', (_kind, name, bytes) => {
    const { write } = openProject();
    const [face, ...others] = facesOf({
      family: 'Brand',
      weights: [400],
      from: pathToFileURL(write(name, bytes)),
    });
    expect(face).toMatchObject({ family: 'Brand', weight: 400, unicodeRange: 'U+0-10FFFF' });
    expect(Buffer.from(face!.data, 'base64')).toEqual(bytes);
    expect(others).toEqual([]);
  });

  it('is found by URL, by absolute path and by path from the folder of the project', () => {
    const { folder, write } = openProject();
    const path = write('brand one.woff2', inter(400));
    const ways = [
      pathToFileURL(path),
      pathToFileURL(path).href,
      path,
      './brand one.woff2',
      'brand one.woff2',
    ];
    const ids = ways.map((from) => facesOf({ family: 'Brand', weights: [400], from })[0]!.id);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).not.toContain(folder); // the same on every machine, as the keys of cards are
  });

  it('that is drawn in one weight serves every weight it is listed for', () => {
    const { write } = openProject();
    const from = write('brand.woff2', inter(400));
    const faces = facesOf({ family: 'Brand', weights: [400, 701], from });
    expect(faces.map(({ weight }) => weight)).toEqual([400, 701]);
    expect(faces[0]!.data).toBe(faces[1]!.data);
  });

  it('that is variable serves the weights of its axis and no others', () => {
    const { write } = openProject();
    const from = write('brand.woff2', newsreader);
    expect(namesOf({ family: 'Brand', weights: [200, 333, 800], from })).toHaveLength(3);
    expect(() => facesOf({ family: 'Brand', weights: [400, 900], from })).toThrow(
      'Font family "Brand": brand.woff2 has no weight 900. Valid: 200 to 800.',
    );
  });

  it('may have other axes than weight', () => {
    const { write } = openProject();
    const cmap = makeCmap(makeGroups([[0x20, 0x7e, 1]]));
    const from = write('brand.otf', makeSfnt({ cmap, fvar: makeAxes({ wdth: [50, 100] }) }, 'OTTO'));
    expect(namesOf({ family: 'Brand', weights: [900], from })).toEqual(['Brand 900 brand.otf']);
  });

  it('is one of several that make a family: a weight or some characters each', () => {
    const { write } = openProject();
    const latin = write('regular.woff2', inter(400));
    const greek = write('greek.woff2', packaged('@fontsource/inter/files/inter-greek-400-normal.woff2'));
    const bold = write('bold.woff2', inter(700));
    const family = 'Brand';
    const uses = [
      { family, weights: [400], from: latin },
      { family, weights: [400], from: greek },
      { family, weights: [700], from: bold },
    ];
    expect(namesOf(uses, 'Alpha άλφα')).toEqual([
      'Brand 400 regular.woff2',
      'Brand 400 greek.woff2',
      'Brand 700 noto-sans-greek-wght-normal', // bold has no Greek of its own
      'Brand 700 bold.woff2',
    ]);
  });

  it('gets the scripts that it lacks', () => {
    const { write } = openProject();
    const from = write('brand.woff2', inter(400));
    const { faces, missing } = chooseFonts(
      [{ family: 'Brand', weights: [400], from }],
      'Hello שלום 😀',
      'en',
    );
    expect(faces.map(({ family }) => family)).toEqual(['Cardstock-Symbols', 'Brand', 'Brand']);
    expect(missing).toEqual([]);
  });

  it('may have characters that no other font has, and these are not missing', () => {
    const { write } = openProject();
    const from = write('icons.ttf', makeSfnt({ cmap: makeCmap(makeGroups([[0xe001, 0xe002, 1]])) }));
    const uses = [
      { family: 'Inter', weights: [400] },
      { family: 'Icons', weights: [400], from },
    ];
    expect(chooseFonts(uses, 'Hello \ue001', 'en').missing).toEqual([]);
    expect(chooseFonts(uses, 'Hello \ue003', 'en').missing).toEqual([0xe003]);
  });

  it('takes the place of a family that ships', () => {
    const { write } = openProject();
    const from = write('inter-of-mine.woff2', inter(500));
    expect(namesOf({ family: 'Inter', weights: [400], from })).toEqual(['Inter 400 inter-of-mine.woff2']);
  });

  it('is italic where the template says so, with the scripts it lacks', () => {
    const { write } = openProject();
    const from = write('brand.woff2', inter(400));
    const faces = facesOf({ family: 'Brand', weights: [400], style: 'italic', from }, 'Hello שלום');
    expect(faces.map(({ style }) => style)).toEqual(['italic', 'italic']);
    expect(faces[1]!.id).toMatch(/^Brand 400 italic brand.woff2 /);
    expect(facesOf({ family: 'Brand', weights: [400], from })[0]).not.toHaveProperty('style');
  });
});

describe('a font file that is edited', () => {
  it('is another font with the next card', () => {
    const { write } = openProject();
    const use = { family: 'Brand', weights: [400], from: write('brand.woff2', inter(400)) };
    const [before] = facesOf(use);
    write('brand.woff2', inter(700));
    const [after] = facesOf(use);
    expect(Buffer.from(after!.data, 'base64')).toEqual(inter(700));
    expect(after!.id).not.toBe(before!.id);
  });

  it('is not read again before: the second card costs a look at its time and size', () => {
    const { write } = openProject();
    const path = write('brand.woff2', inter(400));
    const use = { family: 'Brand', weights: [400], from: path };
    const stamp = new Date('2026-11-25T12:00:00Z');
    utimesSync(path, stamp, stamp);
    const [before] = facesOf(use);
    writeFileSync(path, Buffer.alloc(statSync(path).size)); // other bytes that look the same from outside
    utimesSync(path, stamp, stamp);
    expect(facesOf(use)).toEqual([before]);
    utimesSync(path, stamp, new Date('2026-11-25T12:00:01Z'));
    expect(() => facesOf(use)).toThrow('brand.woff2 cannot be used');
  });

  it('may be broken for a while', () => {
    const { write } = openProject();
    const use = { family: 'Brand', weights: [400], from: write('brand.woff2', inter(400)) };
    facesOf(use);
    write('brand.woff2', inter(400).subarray(0, 5_000));
    expect(() => facesOf(use)).toThrow('Font family "Brand": brand.woff2 cannot be used: it is damaged.');
    rmSync(use.from);
    expect(() => facesOf(use)).toThrow('Font family "Brand": brand.woff2 is no file.');
    write('brand.woff2', inter(700));
    expect(facesOf(use)).toHaveLength(1);
  });
});
