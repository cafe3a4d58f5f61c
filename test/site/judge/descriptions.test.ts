import { describe, expect, it } from 'vitest';
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

describe('a description that was written for the page', () => {
  const described = (content: string, body = prose.bats) =>
    judged({
      'index.html': html({ title: 'Night Garden' }),
      'bats.html': html({
        title: 'Bats | Night Garden',
        heading: 'Bats',
        head: `<meta name="description" content="${content}">`,
        body: `<h2>How they hear</h2>${body}`,
      }),
    })['bats.html']!.description;

  it.each(['Night Garden', 'How they hear', 'archives', 'D', 'Fledermäuse', 'Летучие'])(
    'is none where it is a name: %s',
    (name) => {
      expect(described(name)).toBe(text(prose.bats));
    },
  );

  it.each(['蝙蝠夜间觅食', 'ค้างคาวออกหากินตอนกลางคืน', 'Wie Fledermäuse hören'])(
    'is one in few words, and in scripts without spaces: %s',
    (content) => {
      expect(described(content)).toBe(content);
    },
  );

  it('gives way to a whole one where a name or a formula has fallen out of it', () => {
    expect(described('Moves the bat to the first branch of the .')).toBe(
      'Moves the bat to the first branch of the .',
    );
    const page = html({
      title: 'Bats',
      head: '<meta property="og:description" content="Moves the bat to the . at night"><meta name="description" content="Moves the bat to its branch at night">',
    });
    expect(judged({ 'a.html': page })['a.html']!.description).toBe('Moves the bat to its branch at night');
  });

  it('begins behind its list of updates', () => {
    const words = 'Bats hear what they cannot see.';
    expect(described(`[Updated on 2026-01-03: two more owls] [Updated on 2026-02-04.] ${words}`)).toBe(words);
    expect(described('[Updated on 2026-01-03: two more owls].')).toBe(text(prose.bats));
  });
});

it.each([
  [
    'a formula or a name in it is missing',
    '<p>Approximates the way of a bat to the nearest of all lamps .</p>',
  ],
  [
    'a template was not filled in',
    '<p>{{ block "main" . }}{{ end }} and all that the garden says of its bats</p>',
  ],
  ['it says whose a picture is', '<p>Image source: Lamp Press, the book of the bats and of the owls.</p>'],
  [
    'it says by whom a picture is',
    '<p>Photo by Ida Lewis, who has seen more bats than anybody else here.</p>',
  ],
  ['it leads elsewhere', '<p>See https://example.com/bats/and/owls/of/the/garden for documentation</p>'],
])('a paragraph describes no page where %s', (_, paragraph) => {
  const page = html({ title: 'Bats', heading: 'Bats', body: paragraph + prose.bats });
  expect(judged({ 'bats.html': page })['bats.html']!.description).toBe(text(prose.bats));
});

it('the links of an entry are no part of what it says', () => {
  const body = `<p>Returns the bat that hangs nearest to the lamp. <a href="s">Source</a> <a href="e">Edit</a></p>`;
  expect(
    judged({ 'a.html': html({ title: 'nearest', heading: 'nearest', body }) })['a.html']!.description,
  ).toBe('Returns the bat that hangs nearest to the lamp.');
});

it('an outline says nothing that the title and the description say', () => {
  const body = `<h2>Bats</h2><h2>Bats shout at the dark and listen</h2><h2>Their ears</h2>${prose.bats}`;
  expect(judged({ 'a.html': html({ title: 'Bats', heading: 'Bats', body }) })['a.html']!.outline).toEqual([
    'Their ears',
  ]);
});

it('an outline has no headings that most pages have, none twice, and no sign of what it leads to', () => {
  const site = Object.fromEntries(
    Object.entries(prose).map(([name, body]) => [
      `${name}.html`,
      html({
        title: name,
        heading: name,
        body: `${body}<h2>Synopsis</h2><h2>📄\ufe0f Of ${name}</h2><h2>📄\ufe0f Of ${name}</h2>`,
      }),
    ]),
  );
  expect(each(site, 'outline')).toEqual(Object.keys(prose).map((name) => [`Of ${name}`]));
});
