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

it('a description of the home page is that of the site, also where one page has it besides', () => {
  const head = '<meta name="description" content="Notes of a garden at night">';
  const site = {
    'index.html': html({ title: 'Night Garden', head, body: prose.owls }),
    'bats.html': html({ title: 'Bats', heading: 'Bats', head, body: prose.bats }),
  };
  expect(each(site, 'description')).toEqual(['Notes of a garden at night', text(prose.bats)]);
});

it('a post that lists and the home page quote keeps its words, and they have none of it', () => {
  const quote = html({ title: 'Night Garden', body: prose.bats });
  const site = {
    'bats.html': html({ title: 'Bats', heading: 'Bats', body: prose.bats }),
    'index.html': quote,
    'archives.html': quote,
    'tag/night.html': quote,
    'category/animals.html': quote,
  };
  expect(each(site, 'description')).toEqual([text(prose.bats), undefined, undefined, undefined, undefined]);
});
