import { describe, expect, it } from 'vitest';
import { cssErrors } from '../../../src/camera/lint/css-errors.ts';
import type { Layout } from '../../../src/camera/lint/finding.ts';

const findings = (body: string, css = '') => {
  const html = `<!doctype html><html><head><style>html{margin:0}${css}</style></head><body>${body}</body></html>`;
  return cssErrors({ document: { html } } as Layout).map(({ message }) => message);
};

describe('a card none of whose classes has a rule', () => {
  it.each([
    ['of Tailwind', '<div class="flex h-full text-7xl">a</div>', 'flex h-full text-7xl'],
    ['of a library', '<div class="sc-a1 b2">a</div>', 'sc-a1 b2'],
    ['with a style of other things', '<style>b{top:0}</style><div id="a" class="a">a</div>', 'a'],
  ])('is told so: %s', (_name, body, names) => {
    expect(findings(body)).toEqual([
      expect.stringContaining(`no stylesheet has a rule for any of its classes (${names})`),
    ]);
  });

  it.each([
    ['no classes', '<p>a</p>', ''],
    ['a rule for one of them', '<p class="a b">a</p>', '.b{top:0}'],
    ['a rule in its markup', '<style>.a{top:0}</style><p class="a">a</p>', ''],
    ['a rule by attribute', '<p class="col-1">a</p>', '[class^=col]{top:0}'],
    ['words that look like classes', '<p>class="a"</p>', ''],
  ])('is not a card with %s', (_name, body, css) => {
    expect(findings(body, css)).toEqual([]);
  });
});
