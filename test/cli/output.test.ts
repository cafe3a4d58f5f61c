import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { chooseOutput } from '../../src/cli/output.ts';

it.each([
  ['card.jpg', 'jpeg'],
  ['card.jpeg', 'jpeg'],
  ['deep/card.png', 'png'],
  ['CARD.PNG', 'png'],
  ['v1.2/card.webp', 'webp'],
])('%s is written as %s', (out, format) => {
  const output = chooseOutput(out, undefined);
  expect([output.format, output.file('title', 'jpeg')]).toEqual([format, out]);
  expect(chooseOutput(out, format).format).toBe(format);
});

it.each(['card.gif', 'card.avif', 'card.svg', 'card.tiff', 'card.txt', 'card.jpg.bak', 'card.', 'v1.2'])(
  'nothing is written as %s, and the endings that there are are named',
  (out) => {
    expect(() => chooseOutput(out, undefined)).toThrow(/Valid: \.jpg, \.jpeg, \.png, \.webp/);
    expect(() => chooseOutput(out, 'jpeg')).toThrow(/Valid: \.jpg/);
  },
);

it.each([
  ['x.png', 'jpeg', /"x\.png" is the name of a png, and --format says jpeg/],
  ['x.jpg', 'webp', /"x\.jpg" is the name of a jpeg, and --format says webp/],
  ['x.webp', 'gif', /"x\.webp" is the name of a webp, and --format says gif/],
  ['x.png', 'auto', /--format auto chooses the ending/],
])('%s and --format %s contradict each other', (out, format, problem) => {
  expect(() => chooseOutput(out, format)).toThrow(problem);
});

it('a folder takes every format, whatever it is called', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-out-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'v1.2'));
  for (const out of ['out', 'v1.2/', join(folder, 'v1.2')]) {
    expect(chooseOutput(out, 'auto').format).toBe('auto');
    expect(chooseOutput(out, undefined).file('title', 'jpeg')).toBe(join(out, 'title.jpg'));
  }
});
