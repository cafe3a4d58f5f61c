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

  it.each(['Class Reference', 'Protocol Reference', 'Struct Reference', 'API Reference'])(
    'never by what stands behind each name in it: %s',
    (kind) => {
      const site = manual(
        () => '',
        (animal) => `${animal} ${kind}`,
      );
      const titled: [string, string][] = Object.entries(site).map(([path, page]) => [
        `classes/${path}`,
        page.replace('<h1>', '<header><a href="../index.html">Owlery Docs</a></header><h1>'),
      ]);
      expect(judged(Object.fromEntries(titled))['classes/bats.html']).toMatchObject({
        title: 'bats',
        siteName: 'Owlery Docs',
      });
    },
  );

  it.each(['Back to the garden', '← Night Garden', 'Home', 'Startseite'])(
    'never by what leads back to it: %s',
    (link) => {
      const site = Object.fromEntries(
        words.map(([animal, body]) => [
          `${animal}.html`,
          html({ title: animal, body: `<a href="/">${link}</a><h1>${animal}</h1>${body}` }),
        ]),
      );
      expect(judged(site)['bats.html']!.siteName).toBeUndefined();
    },
  );

  it('by its name where titles say in which repository it is kept', () => {
    const site = manual(
      () => '',
      (animal) => `${animal} - github.com/lamp-press/owlery`,
    );
    expect(judged(site)['bats.html']).toMatchObject({ title: 'bats', siteName: 'owlery' });
  });

  it('without a sign that parts it from its version', () => {
    const site = manual(
      () => '',
      (animal) => `${animal} - owlery: 0.8.0`,
    );
    expect(judged(site)['bats.html']).toMatchObject({ siteName: 'owlery', version: '0.8.0' });
  });

  it('as its home page calls it in title and heading, where links to it say otherwise', () => {
    const page = (animal: string) =>
      html({ title: animal, body: `<a href="/">owlery-parent</a><h1>${animal}</h1>` });
    const site = {
      ...Object.fromEntries(words.map(([animal]) => [`${animal}.html`, page(animal)])),
      'index.html': html({ title: 'Overview - Owlery', heading: 'Owlery' }),
    };
    expect(judged(site)['bats.html']!.siteName).toBe('Owlery');
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
  it('leads over no version, no day and no folder that only holds others', () => {
    const pages = Object.fromEntries(
      ['api/0.10.0/nests/egg.html', 'posts/2026/01/18/egg.html', 'docs-api/nests/shell.html'].map((path) => [
        path,
        html({ title: 'Egg', heading: 'Egg' }),
      ]),
    );
    expect(each(pages, 'way')).toEqual([['Nests'], [], ['Nests']]);
  });

  it('calls a folder as its page is called on its card, and not by what all pages are called', () => {
    const site = Object.fromEntries(
      ['nests', 'nests/egg', 'nests/shell', 'nests/down'].map((path) => [
        `${path}.html`,
        html({ title: `The ${path.replace('nests/', '')} | Night Garden`, body: prose.owls }),
      ]),
    );
    expect(judged(site)['nests/egg.html']!.way).toEqual(['The nests']);
    const shells = Object.fromEntries(
      ['index', 'nests/index', 'nests/egg/index', 'nests/down/index'].map((path) => [
        `${path}.html`,
        html({ title: 'Documentation', body: '<div id="app"></div>' }),
      ]),
    );
    expect(judged(shells)['nests/egg/index.html']!.way).toEqual(['Nests']);
  });

  it('does not end in the page itself by a longer name', () => {
    const site = manual(
      () => '',
      (animal) => `${animal} Class Reference`,
    );
    const crumbs = (last: string) =>
      `<p class="breadcrumbs"><a href="../classes.html">Classes</a> › ${last}</p>`;
    const page = (last: string) => html({ title: 'owl Class Reference', heading: 'owl', body: crumbs(last) });
    const pages = {
      ...site,
      'a.html': page('owl Class Reference'),
      'b.html': page('garden.owl Class Reference'),
    };
    expect(judged(pages)).toMatchObject({ 'a.html': { way: ['Classes'] }, 'b.html': { way: ['Classes'] } });
  });

  it('does not repeat the name of the manual as its folder is spelled', () => {
    const site = manual(
      () => '',
      (animal) => `${animal} - Owl.Regex`,
    );
    const page = html({ title: 'egg - Owl.Regex', heading: 'egg' });
    expect(judged({ ...site, 'owl_regex/ref/egg.html': page })['owl_regex/ref/egg.html']!.way).toEqual([
      'Ref',
    ]);
  });

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

describe('the masthead of a manual', () => {
  const doxygen = `<div id="projectname">Owl<span id="projectnumber">&#160;1.4</span></div>`;
  const rustdoc = `<div class="sidebar-crate"><a href="/"><img src="owl.svg"></a><h2><a href="/">owl</a><span class="version">1.4.0</span></h2></div>`;
  const haddock = `<div id="package-header"><span class="caption">owl-1.4.2: A library of owls</span><ul><li><a href="/">Contents</a></li></ul></div>`;

  it.each([
    ['Doxygen', doxygen, 'Owl', '1.4'],
    ['rustdoc', rustdoc, 'owl', '1.4.0'],
    ['Haddock', haddock, 'owl', '1.4.2'],
    ['mdBook', '<div class="menu-title">Owl</div>', 'Owl', undefined],
    ['Docusaurus', '<b class="navbar__title text--truncate">Owl</b>', 'Owl', undefined],
  ])('is where %s has it', (_, masthead, siteName, version) => {
    const page = html({ title: 'Feathers', body: masthead + prose.owls });
    expect(judged({ 'a.html': page })['a.html']).toMatchObject({ title: 'Feathers', siteName, version });
  });

  it('names each of several manuals, and is no part of a title', () => {
    const site = {
      'owls/a.html': html({ title: 'Owl: Class Index', body: doxygen }),
      'bats/a.html': html({ title: 'Bat: Class Index', body: doxygen.replace('Owl', 'Bat') }),
    };
    expect(each(site, 'siteName')).toEqual(['Owl', 'Bat']);
    expect(each(site, 'title')).toEqual(['Class Index', 'Class Index']);
  });

  it('says nothing where the titles name the site', () => {
    const site = {
      ...manual(
        () => '',
        (animal) => `${animal} | Night Garden`,
      ),
      'z.html': html({
        title: 'Z | Night Garden',
        heading: 'Z',
        body: '<b class="site-title">The NG pages</b>',
      }),
    };
    expect(judged(site)['z.html']!.siteName).toBe('Night Garden');
  });
});

describe('the language of a manual', () => {
  const english =
    '<p>The owl is one of the birds that are known to hear in the dark, and with this it finds the mouse that is under the snow for which you have looked and that you have not seen from the house.</p>';

  it('is that of the chapters that declare it, where many sections are not translated', () => {
    const site = {
      'chapter.html':
        '<!doctype html><title>Chapitre 1</title><div lang="fr-FR"><p>Le hibou entend.</p></div>',
      'bare.html': '<!doctype html><title>1.1. Les plumes</title>',
      ...Object.fromEntries(
        ['a', 'b', 'c'].map((name) => [`${name}.html`, `<!doctype html><title>${name}</title>${english}`]),
      ),
    };
    expect(judged(site)['bare.html']!.language).toBe('fr-FR');
    expect(judged(site)['a.html']!.language).toBe('en');
  });

  it('is that of a title in its script, above what nobody has translated', () => {
    const site = {
      'chapter.html':
        '<!doctype html><title>فصل البومة</title><div lang="ar"><p>تسمع البومة الفأر تحت الثلج.</p></div>',
      'a.html': `<!doctype html><title>ريش البومة</title>${english}`,
    };
    expect(judged(site)['a.html']!.language).toBe('ar');
  });
});

it.each([
  ['a line that one types', '<p>OWL_LIB=~/garden/owls ~/garden/bin/owl --hear --in-the-dark now.</p>'],
  ['what a command takes', '<p>owl-build [options] &lt;garden&gt; &lt;tree&gt; [feathers …] and so on.</p>'],
  ['a list in plain text', '<p>- The use of owls in other gardens is supported as well.</p>'],
])('%s describes no page', (_, body) => {
  const page = html({ title: 'A', heading: 'A', body: body + prose.owls });
  expect(judged({ 'a.html': page })['a.html']!.description).toMatch(/^An owl hears/);
});

it('the link that DocBook has upwards is a step of the way', () => {
  const body = '<div class="navheader"><a accesskey="u" href="b.html" title="Chapter 5. Owls">Up</a></div>';
  expect(judged({ 'a.html': html({ title: '5.1. Feathers', body }) })['a.html']!.way).toEqual([
    'Chapter 5. Owls',
  ]);
});

it.each([
  ['Haddock', '<div id="package-header"><p class="caption">owl</p></div>', ''],
  ['Erlang', '', '<link rel="stylesheet" href="../../doc/otp_doc.css">'],
])('what %s makes is a manual', (_, body, head) => {
  expect(judged({ 'a.html': html({ title: 'A', head, body }) })['a.html']!.kind).toBe('docs');
});

it('code that a manual shows in full is left alone', () => {
  const facts = (body: string) =>
    readFacts(html({ title: 'Owl.hs', body }), { path: 'lib/src/Owl.html', siteUrl: 'https://a.example/' });
  expect(unsharedKind(facts('<pre>main = hoot</pre>'))).toBe('source');
  expect(unsharedKind(facts(prose.owls))).toBeUndefined();
});

it.each([
  ['Codox', '<!-- --><meta name="x"><link href="https://github.com/weavejester/codox">'],
  ['Sandcastle', '<meta name="Help.Id" content="M:Owl.Fly">'],
  ['DocC', '<script src="/js/documentation-topic.1.js"></script>'],
  ['Jazzy', '<link rel="stylesheet" href="../css/jazzy.css">'],
  ['Dokka', '<script>var pathToRoot = "../";</script>'],
  ['phpDocumentor', '<link rel="stylesheet" href="x"><style>.phpdocumentor-title{}</style>'],
  ['LDoc', '<link rel="stylesheet" href="../ldoc_fixed.css">'],
  ['Docco', '<link rel="stylesheet" href="docco.css">'],
  ['nimdoc', '<link rel="stylesheet" href="nimdoc.out.css">'],
  ['Crystal Docs 1.10.1', '<meta name="generator" content="Crystal Docs 1.10.1">'],
])('what %s makes is a manual', (maker, head) => {
  const page = judged({ 'a.html': html({ title: 'owl', heading: 'owl', head, body: prose.owls }) })['a.html'];
  expect(page).toMatchObject({ kind: 'docs', generator: maker });
});

it('pages that are all called a documentation are one', () => {
  const site = Object.fromEntries(
    words.map(([animal, body]) => [
      `docs/${animal}.html`,
      html({ title: 'Owl documentation', heading: animal, body }),
    ]),
  );
  expect(new Set(each(site, 'kind'))).toEqual(new Set(['docs']));
});

it.each(['examples/owl.lua.html', 'notes/owl.org.html'])(
  'a file of code that is shown in full is left alone: %s',
  (path) => {
    const code = html({ title: path, body: '<pre>owl.fly()</pre>' });
    expect(unsharedKind(readFacts(code, { path, siteUrl: 'https://night.example.com/' }))).toBe('source');
    const told = html({ title: path, body: `${prose.owls}<pre>owl.fly()</pre>` });
    expect(unsharedKind(readFacts(told, { path, siteUrl: 'https://night.example.com/' }))).toBeUndefined();
  },
);

it('a chapter without a title is called after its file, without its number and its ending', () => {
  const page = html({ body: prose.owls });
  expect(judged({ 'manual/02-night-owls.md.html': page })['manual/02-night-owls.md.html']!.title).toBe(
    'Night owls',
  );
  expect(judged({ '10-owls.html': page })['10-owls.html']!.title).toBe('10 owls');
});
