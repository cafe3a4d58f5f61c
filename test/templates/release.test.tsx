import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { Outline } from '../../templates/parts/outline.tsx';
import { release } from '../../templates/release.tsx';
import { variants } from '../../src/index.ts';

function versionOf(version: string) {
  const card = { product: 'Harbor', version, highlights: [], theme: 'light' as const, brand: '#ffd23f' };
  const html = render(
    release.render(card, { viewport: variants.og, language: 'en', data: undefined }) as VNode,
  );
  return /<h1[^>]*>(.*)<\/h1>/.exec(html)![1];
}

it.each([
  ['4.2.0', '4.2.0'],
  ['11', '11'],
  ['3.0.0-rc.1', '3.0.0<span>-rc.1</span>'],
  ['1.4.2+build.7', '1.4.2<span>+build.7</span>'],
  ['next', 'next'],
  ['v2', 'v2'],
  ['2026-11-22', '2026-11-22'],
])('sets %s with what follows its numbers apart', (version, html) => {
  expect(versionOf(version)).toBe(html);
});

it('draws one outline for the same words, with one entry where the reader is', () => {
  const outlines = ['Caching', 'Middleware', 'التثبيت', 'A'].map((words) =>
    render(<Outline words={words} />),
  );
  expect(new Set(outlines).size).toBe(outlines.length);
  expect(render(<Outline words="Caching" />)).toBe(outlines[0]);
  for (const outline of outlines) expect(outline.match(/class="[^"]*here"/g)).toHaveLength(1);
});
