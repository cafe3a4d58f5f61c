import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../src/site/read/page/read-facts.ts';
import { unsharedKind } from '../../../src/site/judge/left-alone.ts';
import { each, html, judged, prose } from './support.ts';

const words = Object.entries(prose);

/** A manual about animals, each page with what its maker puts into the head. */
function manual(headOf: (animal: string) => string, titleOf = (animal: string) => animal) {
  return Object.fromEntries(
    words.map(([animal, body]) => [
      `${animal}.html`,
      html({ title: titleOf(animal), heading: animal, head: headOf(animal), body }),
    ]),
  );
}

describe('a manual is called', () => {
  it.each(['Top', 'Home', 'Contents', 'Table of Contents', 'Start', 'Index'])(
    'by its titles where the link to its first page says %s',
    (title) => {
      const head = `<link rel="start" href="index.html" title="${title}">`;
      const site = manual(
        () => head,
        (animal) => `${animal} (Night Garden)`,
      );
      const notes = html({ title: 'Notes of an owl', head });
      expect(judged({ ...site, 'notes.html': notes })['notes.html']!.siteName).toBe('Night Garden');
    },
  );

  it('by a name with parentheses in it, and its version', () => {
    const site = manual(
      () => '',
      (animal) => `${animal} (Night Garden (version 7.3.0))`,
    );
    expect(judged(site)['bats.html']).toMatchObject({
      title: 'bats',
      siteName: 'Night Garden',
      version: '7.3.0',
    });
  });

  it('without the explanation behind its name', () => {
    const site = manual(
      () => '',
      (animal) => `${animal} (libowl: the portable library for the hearing of owls)`,
    );
    expect(judged(site)['bats.html']).toMatchObject({ title: 'bats', siteName: 'libowl' });
  });

  it('never by the section of a manual page', () => {
    const site = {
      ...manual(
        () => '',
        (animal) => `owl-${animal}(1)`,
      ),
      'index.html': html({ title: 'owl(1)', heading: 'owl(1) Manual Page' }),
    };
    expect(judged(site)['bats.html']).toMatchObject({ title: 'owl-bats(1)', siteName: 'owl' });
  });

  it('never by what a program calls all that it makes', () => {
    const pages = manual(
      () => '',
      (animal) => `class ${animal} - RDoc Documentation`,
    );
    const site = Object.fromEntries(Object.entries(pages).map(([path, page]) => [`Garden/${path}`, page]));
    expect(judged({ ...site, 'index.html': html({ title: 'RDoc Documentation' }) })).toMatchObject({
      'Garden/bats.html': { title: 'class bats', siteName: 'Garden' },
    });
  });

  it('never by one page that another program made', () => {
    const site = {
      ...manual(() => ''),
      'extra/index.html': html({
        title: 'Lamps — Lantern 1.0 documentation',
        heading: 'Lamps',
        head: '<meta name="generator" content="Sphinx">',
      }),
      'extra/b.html': html({ title: 'Oil', heading: 'Oil' }),
      'index.html': html({ title: 'Night Garden', heading: 'Night Garden' }),
    };
    expect(judged(site)['bats.html']!.siteName).toBe('Night Garden');
    expect(judged(site)['extra/index.html']!.siteName).toBe('Lantern');
  });

  it('by its home page, which tells the version of all', () => {
    const site = { ...manual(() => ''), 'index.html': html({ title: 'Owl 15.2 Documentation' }) };
    expect(judged(site)['bats.html']).toMatchObject({ siteName: 'Owl', version: '15.2' });
  });
});

describe('the first page', () => {
  it('is index.html, and never the index of a book', () => {
    const site = { ...manual(() => ''), 'Index.html': html({ title: 'Index', body: prose.bats.repeat(9) }) };
    expect(judged(site)['Index.html']!.kind).not.toBe('home');
    const bare = readFacts(html({ title: 'Concept Index' }), {
      path: 'Concept-Index.html',
      siteUrl: 'https://a.example/',
    });
    expect(unsharedKind(bare)).toBe('index');
  });

  it.each(['io', 'os', 'man', 'lib', 'vec', 'mem'])('is not that of %s/, which is no language', (folder) => {
    expect(judged({ [`${folder}/index.html`]: html({ title: folder }) })[`${folder}/index.html`]!.kind).toBe(
      'page',
    );
  });

  it.each(['fr', 'pt-BR', 'zh_TW', 'zh-Hans', 'v2.1', 'latest'])('is that of the edition %s/', (folder) => {
    expect(judged({ [`${folder}/index.html`]: html({ title: 'A' }) })[`${folder}/index.html`]!.kind).toBe(
      'home',
    );
  });
});

describe('what a manual says of a page', () => {
  const described = (body: string, title = 'owl-clone') =>
    judged({ 'a.html': html({ title, heading: title, body }) })['a.html']!.description;

  it.each([
    ['its name before it', '<p>owl-clone - Clone an owl into a new garden, with all that it knows</p>'],
    ['its name with a space', '<p>owl clone — Clone an owl into a new garden, with all that it knows</p>'],
    ['a mark of its author', '<p>Public: Clone an owl into a new garden, with all that it knows</p>'],
    [
      'a link to more',
      '<p>Clone an owl into a new garden, with all that it knows <a href="#m">More...</a></p>',
    ],
    ['backticks', '<p>Clone an `owl` into a new ``garden``, with all that it knows</p>'],
  ])('is told without %s', (_, body) => {
    expect(described(body)).toBe('Clone an owl into a new garden, with all that it knows');
  });

  it.each([
    ['a heading that is underlined', '<p>Release 3.19 of the owl (11 Apr 2022) ~~~~~~~~~~~~~~~~~~~~~~</p>'],
    ['a licence', '<p>Permission is granted to copy this manual, provided that the owl is left alone.</p>'],
    ['what leads to an example', '<p>To install an owl in a garden, run the following command:</p>'],
    ['a rule of a grammar', '<p>OWL_IDENTIFIER → FEATHER_OR_BEAK except a strict or reserved feather</p>'],
  ])('is not %s', (_, body) => {
    expect(described(body + prose.owls)).toBe(prose.owls.replaceAll(/<\/?p>/g, ''));
  });

  it('ends before what it leads to', () => {
    const first = 'Owls can be cloned in every garden that has a tree.';
    expect(described(`<p>${first} To clone one, run the following command:</p>`)).toBe(first);
    expect(described('<p>An owl has a number of feathers that tell how it flies and hears:</p>')).toBe(
      'An owl has a number of feathers that tell how it flies and hears.',
    );
  });
});

describe('the way to a page of a manual', () => {
  it('does not begin at its top', () => {
    const site = manual(() => '<link rel="up" href="index.html" title="Top">');
    expect(each(site, 'way')).toEqual([[], [], [], []]);
  });

  it('does not lead over who made it, or over a link to its source', () => {
    const trail = `<div class="navpath"><ul><li class="footer">Generated by <a href="/">Lantern</a> 1.9.4</li></ul></div>`;
    const steps = `<ul class="wy-breadcrumbs"><li><a href="/">Docs</a> »</li><li><a href="/b">Birds</a></li><li class="wy-breadcrumbs-aside"><a href="/s">View page source</a></li></ul>`;
    const wayOf = (body: string) => judged({ 'a.html': html({ title: 'Owls', body }) })['a.html']!.way;
    expect(wayOf(trail)).toEqual([]);
    expect(wayOf(steps)).toEqual(['Birds']);
  });

  it('calls no folder by its introduction', () => {
    const site = {
      'night-birds/index.html': html({ title: 'Foreword', heading: 'Foreword' }),
      'night-birds/owls.html': html({ title: 'Owls', heading: 'Owls' }),
    };
    expect(judged(site)['night-birds/owls.html']!.way).toEqual(['Night birds']);
  });
});

it('a page without a language has that of the others, however many have none', () => {
  const bare = Object.fromEntries(
    ['a', 'b', 'c'].map((name) => [`${name}.html`, `<!doctype html><title>${name}</title>`]),
  );
  const site = {
    ...bare,
    'd.html': html({ title: 'D', lang: 'fr' }),
    'e.html': html({ title: 'E', lang: 'fr' }),
  };
  expect(new Set(each(site, 'language'))).toEqual(new Set(['fr']));
});

it('the list of who wrote a manual is a page of it', () => {
  const site = {
    'dev/authors.html': html({ title: 'Authors', head: '<meta name="generator" content="Sphinx">' }),
  };
  expect(judged(site)['dev/authors.html']!.kind).toBe('docs');
});
