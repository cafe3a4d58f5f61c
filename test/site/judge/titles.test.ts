import { describe, expect, it } from 'vitest';
import { each, html, judged, prose } from './support.ts';

const animals = ['Bats', 'Owls', 'Toads', 'Moths'];

/** One page an animal, titled as asked. */
function garden(titleOf: (animal: string) => string, headingOf = (animal: string): string => animal) {
  return Object.fromEntries(
    animals.map((animal) => [
      `${animal.toLowerCase()}.html`,
      html({ title: titleOf(animal), heading: headingOf(animal), body: prose.bats }),
    ]),
  );
}

describe('the name of the site is taken off', () => {
  it.each([
    ['behind a bar', (animal: string) => `${animal} | Night Garden`],
    ['behind a dash', (animal: string) => `${animal} – Night Garden`],
    ['behind a bullet', (animal: string) => `${animal} • Night Garden`],
    ['behind a middle dot', (animal: string) => `${animal} · Night Garden`],
    ['behind a guillemet', (animal: string) => `${animal} » Night Garden`],
    ['behind an arrow', (animal: string) => `${animal} ← Night Garden`],
    ['behind an at', (animal: string) => `${animal} @ Night Garden`],
    ['behind a slash', (animal: string) => `${animal} / Night Garden`],
    ['behind an underscore', (animal: string) => `${animal} _ Night Garden`],
    ['in parentheses', (animal: string) => `${animal} (Night Garden)`],
    ['in wide parentheses', (animal: string) => `${animal}（Night Garden）`],
    ['before a colon', (animal: string) => `Night Garden: ${animal}`],
    ['before a wide colon', (animal: string) => `Night Garden：${animal}`],
    ['before a bar', (animal: string) => `Night Garden | ${animal}`],
    ['before a dash', (animal: string) => `Night Garden - ${animal}`],
    ['behind nothing', (animal: string) => `${animal} Night Garden`],
  ])('%s', (_, titleOf) => {
    const site = garden(titleOf);
    expect(each(site, 'title')).toEqual(animals);
    expect(new Set(each(site, 'siteName'))).toEqual(new Set(['Night Garden']));
  });

  it('whatever sign each page has', () => {
    const signs = [' | ', ' - ', ' · ', ' — '];
    const site = garden((animal) => `${animal}${signs[animals.indexOf(animal)]}Night Garden`);
    expect(each(site, 'title')).toEqual(animals);
  });

  it('in each language by itself', () => {
    const pages = Object.fromEntries(
      [
        ['en', 'Bats', 'Night Garden'],
        ['en', 'Owls', 'Night Garden'],
        ['fr', 'Chauves-souris', 'Jardin de nuit'],
        ['fr', 'Hiboux', 'Jardin de nuit'],
      ].map(([lang, name, garden]) => [
        `${lang}/${name}.html`,
        html({ lang: lang!, title: `${name} | ${garden}`, heading: name! }),
      ]),
    );
    expect(each(pages, 'title')).toEqual(['Bats', 'Owls', 'Chauves-souris', 'Hiboux']);
    expect(each(pages, 'siteName')).toEqual([
      'Night Garden',
      'Night Garden',
      'Jardin de nuit',
      'Jardin de nuit',
    ]);
  });

  it('together with a version, which it names', () => {
    const site = garden((animal) => `${animal} 2.1.0 API`);
    expect(each(site, 'title')).toEqual(animals);
    expect(new Set(each(site, 'version'))).toEqual(new Set(['2.1.0']));
    const manual = garden((animal) => `${animal} — Kiln 1.2 documentation`);
    expect(judged(manual)['bats.html']).toMatchObject({ title: 'Bats', siteName: 'Kiln', version: '1.2' });
  });

  it('where redirects, which are no pages, say other titles', () => {
    const site = garden((animal) => `${animal} | Night Garden`);
    expect(each(site, 'title')).toEqual(animals);
  });

  it('and no words between guillemets', () => {
    const title = '«&nbsp;Demain&nbsp;», dit-elle, «&nbsp;nous partirons&nbsp;»';
    const site = {
      'a.html': html({ title, heading: 'Chapitre', lang: 'fr' }),
      'b.html': html({ title: 'B', lang: 'fr' }),
    };
    expect(judged(site)['a.html']!.title).toBe(
      '«\u00a0Demain\u00a0», dit-elle, «\u00a0nous partirons\u00a0»',
    );
  });

  it('never where it is a part of the sentence', () => {
    const site = {
      'index.html': html({ title: 'Rust', heading: 'Rust' }),
      'a.html': html({
        title: 'Rust: a review',
        heading: 'Rust: a review',
        head: '<meta property="og:site_name" content="Rust">',
      }),
      'b.html': html({ title: 'Why Rust | Rust', heading: 'Why Rust' }),
      'c.html': html({ title: 'Rust never sleeps', heading: 'Rust never sleeps' }),
    };
    expect(each(site, 'title')).toEqual(['Rust', 'Rust: a review', 'Why Rust', 'Rust never sleeps']);
  });

  it('of a site of one page, by its heading', () => {
    const page = judged({ 'a.html': html({ title: 'Filters - Lantern Manual', heading: 'Filters' }) })[
      'a.html'
    ];
    expect(page).toMatchObject({ title: 'Filters', siteName: 'Lantern Manual' });
    const sentence = judged({ 'a.html': html({ title: 'Lamps: a history', heading: 'Lamps: a history' }) });
    expect(sentence['a.html']).toMatchObject({ title: 'Lamps: a history', siteName: undefined });
  });
});

describe('a title that is not the page’s own', () => {
  it('gives way to the heading where all pages have it', () => {
    const site = garden(
      () => 'Night Garden',
      (animal) => `How ${animal.toLowerCase()} find their way`,
    );
    expect(each(site, 'title')).toEqual(
      animals.map((animal) => `How ${animal.toLowerCase()} find their way`),
    );
    expect(new Set(each({ ...site, 'index.html': html({ title: 'Night Garden' }) }, 'siteName'))).toEqual(
      new Set(['Night Garden']),
    );
  });

  it('gives way to the heading where a part of the site has it, though the site is called otherwise', () => {
    const posts = animals.map((animal) => [
      `blog/${animal}.html`,
      html({ title: 'Our blog | Lantern', heading: `How ${animal} sleep` }),
    ]);
    const others = ['Prices', 'Lamps', 'Rooms', 'Switches'].map((title) => [
      `${title}.html`,
      html({ title: `${title} | Lantern`, heading: title }),
    ]);
    const pages = judged(Object.fromEntries([...posts, ...others]) as Record<string, string>);
    expect(pages['blog/Bats.html']).toMatchObject({ title: 'How Bats sleep', siteName: 'Lantern' });
    expect(pages['Prices.html']!.title).toBe('Prices');
  });

  it('gives way to the title where the heading is the name of the book on every page', () => {
    const site = garden(
      (animal) => `${animal} - The Garden Book`,
      () => 'The Garden Book',
    );
    expect(each(site, 'title')).toEqual(animals);
  });

  it('gives way to the name of the file where nothing else is left', () => {
    const site = {
      ...garden((animal) => `${animal} · Night Garden`),
      'GLOSSARY.html': html({ title: ' · Night Garden', body: `<h2>Owl</h2>${prose.owls}` }),
    };
    expect(judged(site)['GLOSSARY.html']!.title).toBe('Glossary');
  });

  it.each([
    'undefined',
    'null',
    '[object Object]',
    'NaN',
    '&lt;no title&gt;',
    '{{ page.title }}',
    'Untitled',
    'Home',
  ])('is %s', (title) => {
    const page = judged({ 'a.html': html({ title, heading: 'Firing clay' }) })['a.html'];
    expect(page!.title).toBe('Firing clay');
  });

  it.each([
    'What {{ braces }} do',
    'Reading ${HOME} in a shell',
    'Vec&lt;T&gt; or Box?',
    'Why &lt;?php is here to stay',
  ])('is not %s, which speaks of it', (title) => {
    const page = judged({ 'a.html': html({ title, heading: title }) })['a.html'];
    expect(page!.title).toBe(title.replaceAll('&lt;', '<').replaceAll('&gt;', '>'));
  });
});

describe('the home page', () => {
  it('is called after the site, and described by what describes the site', () => {
    const site = {
      ...garden((animal) => `${animal} | Night Garden`),
      'index.html': html({
        title: 'Home | Night Garden',
        heading: 'Welcome',
        head: '<meta name="description" content="Notes of a garden at night">',
      }),
    };
    expect(judged(site)['index.html']).toMatchObject({
      kind: 'home',
      title: 'Night Garden',
      description: 'Notes of a garden at night',
    });
  });
});

it('a folder of posts is not what their site is called', () => {
  const site = { 'posts/2026-01-18-Owls_at_night/index.html': '', 'posts/2026-02-01-Moths/index.html': '' };
  expect(each(site, 'title')).toEqual(['Owls at night', 'Moths']);
  expect(each(site, 'siteName')).toEqual([undefined, undefined]);
});

it('pages that scripts fill are called after their files where all have the title of the home page', () => {
  const shell =
    '<html lang="en"><head><title>Tidewatch – know the tide</title></head><body><div id="root"></div></body></html>';
  const site = { 'index.html': shell, 'pricing/index.html': shell, 'features/index.html': shell };
  expect(each(site, 'title').slice(1)).toEqual(['Pricing', 'Features']);
  expect(each(site, 'title')[0]).toMatch(/^Tidewatch/);
});

it.each(['Северный причал', 'Северный причал » Feed', 'Северный причал RSS Feed', 'Северный причал - Atom'])(
  'a site is called what its feed is called: %s',
  (feed) => {
    const head = `<link rel="alternate" type="application/atom+xml" href="/feed.xml" title="${feed}">`;
    const site = {
      'index.html': html({ title: 'Северный причал', heading: 'Последние записи', lang: 'ru', head }),
      'blog/a.html': html({ title: 'Лодка', heading: 'Лодка', lang: 'ru', head }),
      'blog/b.html': html({ title: 'Лёд', heading: 'Лёд', lang: 'ru', head }),
    };
    expect(each(site, 'siteName')).toEqual(Array(3).fill('Северный причал'));
  },
);

describe('a name of the site that is the title of the page', () => {
  const named = (text: string) => html({ title: text, heading: text, head: siteNameTag(text) });
  const siteNameTag = (text: string) => `<meta property="og:site_name" content="${text}">`;

  it('is that title, and not the name of the site', () => {
    const site = Object.fromEntries(animals.map((animal) => [`p-${animal}.html`, named(animal)]));
    expect(each(site, 'title')).toEqual(animals);
    expect(each(site, 'siteName')).toEqual(animals.map(() => undefined));
  });

  it('is the name of the site on its home page', () => {
    const site = {
      'index.html': named('Night Garden'),
      'p-1.html': named('Bats'),
      'p-2.html': named('Owls'),
    };
    expect(each(site, 'title')).toEqual(['Night Garden', 'Bats', 'Owls']);
    expect(each(site, 'siteName')).toEqual(['Night Garden', 'Night Garden', 'Night Garden']);
  });

  it('is the name of the site where all pages say it, whose heading is a logo', () => {
    const logo = (title: string) =>
      html({ title, heading: 'Night Garden', head: siteNameTag('Night Garden') });
    const site = Object.fromEntries(animals.map((animal) => [`p-${animal}.html`, logo(animal)]));
    expect(each(site, 'title')).toEqual(animals);
    expect(new Set(each(site, 'siteName'))).toEqual(new Set(['Night Garden']));
  });
});

describe('a sign at an end of a title', () => {
  it.each([
    '@media',
    '::before',
    '~Owl()',
    '/etc/owls',
    '--owl-color',
    '_private',
    'Node_',
    'operator/',
    '«Совы»',
  ])('stays where it belongs to the word: %s', (name) => {
    const site = {
      ...garden((animal) => `${animal} | Night Garden`),
      'x.html': html({ title: `${name} | Night Garden` }),
    };
    expect(judged(site)['x.html']!.title).toBe(name);
  });

  it.each(['Bats –', 'Bats -', 'Bats |', 'Bats ·'])(
    'goes where it parts the title from nothing: %s',
    (title) => {
      expect(judged({ 'bats.html': html({ title }) })['bats.html']!.title).toBe('Bats');
    },
  );
});

describe('a title', () => {
  it.each(['&lrm;', '&#x200b;', '&nbsp;&rlm;'])('of marks that nobody sees is none: %s', (title) => {
    const site = { 'night-bats.html': html({ title, heading: title }) };
    expect(judged(site)['night-bats.html']).toMatchObject({ title: 'Night bats', isNamedAfterFile: true });
  });

  it('that many pages share gives way to the one heading below it', () => {
    const page = (heading: string) =>
      html({ title: 'Owl handbook', body: `<h2>${heading}</h2>${prose.owls}` });
    const site = {
      ...Object.fromEntries(
        animals.map((animal) => [`${animal}.html`, html({ title: 'Owl handbook', heading: animal })]),
      ),
      'cookbook-1.html': page('How owls count'),
      'cookbook-2.html': page('Usage'),
    };
    expect(judged(site)).toMatchObject({
      'cookbook-1.html': { title: 'How owls count' },
      'cookbook-2.html': { title: 'Cookbook 2', isNamedAfterFile: true },
    });
  });

  it('of a printed manual page has no day of print', () => {
    expect(judged({ 'owl.3x.html': html({ title: 'owl 3x 2026-01-03' }) })['owl.3x.html']!.title).toBe(
      'owl(3x)',
    );
    expect(judged({ 'a.html': html({ title: 'Meeting of owls 2026-01-03' }) })['a.html']!.title).toBe(
      'Meeting of owls 2026-01-03',
    );
  });

  it('has neither the name nor the version of its edition', () => {
    const site = {
      ...garden((animal) => `${animal} - Owlery`),
      'api/0.10.0/Nest.html': html({ title: 'Nest - Owlery 0.10.0', heading: 'Nest' }),
      'api/0.11.0/Egg.html': html({ title: 'Egg - Owlery 0.11.0' }),
    };
    expect(judged(site)).toMatchObject({
      'api/0.10.0/Nest.html': { title: 'Nest', way: [] },
      'api/0.11.0/Egg.html': { title: 'Egg' },
    });
  });

  it('of a readme is the name of what it is the readme of', () => {
    const site = garden((animal) => `${animal} | Night Garden`);
    const readme = html({ title: 'README | Night Garden', heading: 'Night Garden' });
    expect(judged({ ...site, 'docs/index.html': readme })['docs/index.html']!.title).toBe('Night Garden');
  });

  it('of more of the first page is the name of the site', () => {
    const site = {
      ...garden((animal) => `${animal} | Night Garden`),
      'index3.html': html({ title: 'Home | Night Garden', body: prose.bats }),
    };
    expect(judged(site)['index3.html']).toMatchObject({
      title: 'Night Garden',
      kind: 'list',
      description: undefined,
    });
  });

  it('has nothing that Org mode meant for another export', () => {
    expect(judged({ 'a.html': html({ title: 'Owls: @@html: &lt;br&gt;@@ a guide' }) })['a.html']!.title).toBe(
      'Owls: a guide',
    );
  });
});
