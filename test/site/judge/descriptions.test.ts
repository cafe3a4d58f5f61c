import { expect, it } from 'vitest';
import { each, html, judged, prose } from './support.ts';

const text = (paragraph: string) => paragraph.replaceAll(/<\/?p>/g, '');

it('a description that all pages have gives way to the first paragraph of each', () => {
  const head = '<meta name="description" content="Notes of a garden at night">';
  const site = Object.fromEntries(
    Object.entries(prose).map(([name, body]) => [
      `${name}.html`,
      html({ title: name, heading: name, head, body }),
    ]),
  );
  expect(each(site, 'description')).toEqual(Object.values(prose).map(text));
});

it('a paragraph that stands on all pages gives way to the next', () => {
  const boilerplate =
    '<p>Dear reader: follow our channel and set a star, so that you never lose sight of us again!</p>';
  const site = Object.fromEntries(
    Object.entries(prose).map(([name, body]) => [
      `${name}.html`,
      html({ title: name, heading: name, body: boilerplate + body }),
    ]),
  );
  expect(each(site, 'description')).toEqual(Object.values(prose).map(text));
});

it('the same page in three versions of a manual keeps its words', () => {
  const site = Object.fromEntries(
    ['1.0', '1.1', '2.0', 'latest'].map((version) => [
      `${version}/bats.html`,
      html({ title: 'Bats', heading: 'Bats', body: prose.bats }),
    ]),
  );
  expect(new Set(each(site, 'description'))).toEqual(new Set([text(prose.bats)]));
});

it('a description that only repeats the title is none', () => {
  const head = '<meta name="description" content="Bats">';
  const page = judged({ 'a.html': html({ title: 'Bats', heading: 'Bats', head, body: prose.bats }) })[
    'a.html'
  ];
  expect(page!.description).toBe(text(prose.bats));
});

it('a page without any words of its own has no description', () => {
  expect(
    judged({ 'a.html': html({ title: 'Bats', heading: 'Bats' }) })['a.html']!.description,
  ).toBeUndefined();
});
