import { mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/errors.ts';
import { makeSite, metaOf, page } from './support.ts';

const article =
  '<meta name="author" content="Ada Lovelace"><meta property="article:published_time" content="2026-11-01">';

describe('a first build', () => {
  it('gives each page an image that is what its tags say', async () => {
    const site = makeSite({
      'index.html': page({ title: 'Home' }),
      'blog/one.html': page({ title: 'One', head: article }),
    });
    const report = await site.build();
    expect(report).toMatchObject({ pages: 2, withCard: 2, made: 2, reused: 0, failures: [], warnings: [] });
    for (const path of ['index.html', 'blog/one.html']) {
      const html = site.read(path);
      const url = metaOf(html, 'og:image')!;
      expect(url).toMatch(/^https:\/\/example\.com\/og\/[\w-]{22}\.jpg$/);
      const image = await sharp(join(site.folder, new URL(url).pathname)).metadata();
      expect([String(image.width), String(image.height), `image/${image.format}`]).toEqual(
        ['width', 'height', 'type'].map((name) => metaOf(html, `og:image:${name}`)),
      );
      expect(metaOf(html, 'twitter:card')).toBe('summary_large_image');
    }
    expect(metaOf(site.read('blog/one.html'), 'og:type')).toBe('article');
    expect(metaOf(site.read('blog/one.html'), 'og:image:alt')).toBe('One, by Ada Lovelace');
    expect(metaOf(site.read('index.html'), 'og:url')).toBe('https://example.com/');
  });

  it('makes one image for pages whose cards are the same', async () => {
    const same = page({ title: 'Same' });
    const site = makeSite({ 'a.html': same, 'b.html': same, 'c.html': same });
    expect(await site.build()).toMatchObject({ made: 1, reused: 2 });
    expect(site.images()).toHaveLength(1);
  });

  it('leaves pages alone that want no card, and says which', async () => {
    const pages = {
      'noindex.html': page({ head: '<meta name="robots" content="noindex">' }),
      'moved.html': page({ head: '<meta http-equiv="refresh" content="0; url=/">' }),
      'own.html': page({ head: '<meta property="og:image" content="https://example.com/own.png">' }),
      'empty.html': '',
      'index.html': page(),
    };
    const site = makeSite({ ...pages, 'own.png': Buffer.alloc(5000) });
    const report = await site.build();
    expect(report.skipped).toEqual({
      empty: ['empty.html'],
      noindex: ['noindex.html'],
      'own-image': ['own.html'],
      redirect: ['moved.html'],
    });
    for (const [path, html] of Object.entries(pages))
      if (path !== 'index.html') expect(site.read(path)).toBe(html);
  });

  it('calls nothing too long that it cut itself, and a title that no size could hold', async () => {
    const paragraph = `<p>${'庭の猫は音のする方へ片方の耳だけを向け、目は閉じたまま夜の虫の声を聞いている。'.repeat(9)}</p>`;
    const site = makeSite({
      'a.html': page({ title: '猫の耳', lang: 'ja', body: paragraph }),
      'b.html': page({ title: 'WWWWWWWWW '.repeat(30).trim(), head: article }),
    });
    const { warnings } = await site.build();
    expect(warnings.map(({ path }) => path)).toEqual(['b.html']);
  });

  it('forgets where a site lived when it moves', async () => {
    const site = makeSite({ 'a.html': page({ title: 'A' }) });
    await site.build();
    await site.build({ site: 'https://other.example.org' });
    expect(metaOf(site.read('a.html'), 'og:url')).toBe('https://other.example.org/a.html');
    expect(metaOf(site.read('a.html'), 'og:image')).toMatch(/^https:\/\/other\.example\.org\/og\//);
  });

  it('strips the name of the site from titles that share it', async () => {
    const names = ['One', 'Two', 'Three', 'Four'];
    const site = makeSite(
      Object.fromEntries(names.map((name) => [`${name}.html`, page({ title: `${name} | Kiln Notes` })])),
    );
    await site.build();
    expect(metaOf(site.read('Two.html'), 'og:title')).toBe('Two');
    expect(metaOf(site.read('Two.html'), 'og:site_name')).toBe('Kiln Notes');
  });

  it('says a title with marks as it is read', async () => {
    const site = makeSite({ 'await.html': page({ title: 'How `await` *really* works in 2 * 3 steps' }) });
    await site.build();
    expect(metaOf(site.read('await.html'), 'og:title')).toBe('How await really works in 2 * 3 steps');
    expect(metaOf(site.read('await.html'), 'og:image:alt')).toContain('How await really works');
  });

  it('says what is not right with a card, by the page', async () => {
    const site = makeSite({ 'a.html': page({ title: 'Hieroglyphs 𓀀' }) });
    expect((await site.build()).warnings).toEqual([
      { path: 'a.html', message: 'no font here can draw U+13000' },
    ]);
    expect((await site.build()).warnings).toHaveLength(1);
  });
});

describe('a second build', () => {
  it('changes nothing and makes nothing, not even a browser', async () => {
    const site = makeSite({ 'index.html': page(), 'blog/one.html': page({ title: 'One', head: article }) });
    await site.build();
    const before = site.snapshot();
    const report = await site.build();
    expect(report).toMatchObject({ withCard: 2, changed: [], made: 0, reused: 2 });
    expect(site.snapshot()).toEqual(before);
  });

  it('also without what the first one remembered', async () => {
    const site = makeSite({ 'index.html': page(), 'one.html': page({ title: 'One', head: article }) });
    await site.build();
    const before = site.snapshot();
    rmSync(site.cacheFolder, { recursive: true });
    await site.build();
    expect(site.snapshot()).toEqual(before);
  });

  it('makes the one card whose page has changed, and keeps the old image for shares that show it', async () => {
    const pages = Array.from({ length: 5 }, (_, n) => [`${n}.html`, page({ title: `Page ${n}` })] as const);
    const site = makeSite(Object.fromEntries(pages));
    await site.build();
    site.write('3.html', page({ title: 'Another page 3' }));
    expect(await site.build()).toMatchObject({ made: 1, reused: 4, changed: ['3.html'] });
    expect(site.images()).toHaveLength(6);
    expect(await site.build({ keepDays: 0 })).toMatchObject({ made: 0 });
  });

  it('finds its images again when the site was built into an empty folder', async () => {
    const site = makeSite({ 'index.html': page() });
    await site.build();
    const images = site.images();
    rmSync(join(site.folder, 'og'), { recursive: true });
    site.write('index.html', page());
    expect(await site.build()).toMatchObject({ made: 0, reused: 1, changed: ['index.html'] });
    expect(site.images()).toEqual(images);
  });

  it('makes an image anew that is no longer whole', async () => {
    const site = makeSite({ 'index.html': page() });
    await site.build();
    const [image] = site.images();
    const good = readFileSync(join(site.folder, 'og', image!));
    for (const place of [join(site.folder, 'og'), join(site.cacheFolder, 'images')]) {
      rmSync(join(place, image!));
    }
    expect(await site.build()).toMatchObject({ made: 1 });
    expect(readFileSync(join(site.folder, 'og', image!)).equals(good)).toBe(true);
  });

  it('takes the tags out again where the page says noindex now', async () => {
    const site = makeSite({ 'index.html': page() });
    await site.build();
    const hide = (html: string) => html.replace('</head>', '<meta name="robots" content="noindex">\n</head>');
    site.write('index.html', hide(site.read('index.html')));
    const report = await site.build();
    expect(report.skipped).toEqual({ noindex: ['index.html'] });
    expect(site.read('index.html')).toBe(hide(page()));
  });
});

describe('undo', () => {
  it('gives every page its very own bytes again, whatever was done to it', async () => {
    const site = makeSite({
      'index.html': page(),
      'crlf.html': page({ title: 'Lines' }).replaceAll('\n', '\r\n'),
      'own.html': page({ head: '<meta property="og:image" content="https://example.com/own.png">' }),
      'latin.html': Buffer.from(
        page({ title: 'Gr\u00fc\u00dfe' }).replace('utf-8', 'windows-1252'),
        'latin1',
      ),
    });
    const before = site.snapshot();
    await site.build({ overwrite: 'all' });
    expect(site.snapshot()).not.toEqual(before);
    const report = await site.undo();
    expect(report).toMatchObject({
      restored: ['crlf.html', 'index.html', 'latin.html', 'own.html'],
      failures: [],
    });
    expect(site.snapshot()).toEqual(before);
    expect(await site.build({ overwrite: 'all' })).toMatchObject({ made: 0, reused: 4 });
    await site.undo();
    expect(site.snapshot()).toEqual(before);
  });

  it('says of an edited page each time that it cannot be restored', async () => {
    const own = '<meta property="og:image" content="https://example.com/own.png">';
    const site = makeSite({ 'own.html': page({ head: own }) });
    await site.build({ overwrite: 'all' });
    const edited = site.read('own.html').replace('</body>', '<p>Edited.</p></body>');
    site.write('own.html', edited);
    for (const time of ['once', 'twice']) {
      expect(await site.undo(), time).toMatchObject({ restored: [], failures: [{ path: 'own.html' }] });
      expect(site.read('own.html')).toBe(edited);
    }
    expect(site.images(), 'which the page still names').toHaveLength(1);
  });

  it('says of a page that it cannot be restored where what it had is not kept any more', async () => {
    const own = '<meta property="og:image" content="https://example.com/own.png">';
    const site = makeSite({ 'own.html': page({ head: own }), 'index.html': page() });
    const index = site.read('index.html');
    await site.build({ overwrite: 'all' });
    rmSync(site.cacheFolder, { recursive: true });
    const built = site.read('own.html');
    expect(await site.undo()).toMatchObject({ restored: ['index.html'], failures: [{ path: 'own.html' }] });
    expect([site.read('own.html'), site.read('index.html')]).toEqual([built, index]);
  });

  it('leaves pictures of others in the folder of ours', async () => {
    const site = makeSite({ 'index.html': page(), 'og/own.png': 'theirs' });
    await site.build();
    await site.undo();
    expect(site.images()).toEqual(['own.png']);
  });
});

describe('a dry run', () => {
  it('prints what would change, and changes nothing', async () => {
    const site = makeSite({ 'index.html': page() });
    const before = site.snapshot();
    const report = await site.build({ dryRun: true });
    expect(report.diffs.join()).toMatch(
      /^\+ {2}<meta property="og:image" content="https:\/\/example\.com\/og\//m,
    );
    expect(report).toMatchObject({ changed: ['index.html'], made: 1 });
    expect(site.snapshot()).toEqual(before);
    await site.build();
    expect(report.diffs.join()).toContain(metaOf(site.read('index.html'), 'og:image'));
  });
});

describe('a config', () => {
  it('says which page gets which card, with which props', async () => {
    const site = makeSite(
      {
        'index.html': page(),
        'blog/one.html': page({ title: 'One' }),
        'about.html': page({ title: 'About' }),
      },
      {
        config: `{
          name: 'My Site',
          defaults: { brand: '#0a7d4f' },
          routes: [
            { match: '/blog/**', template: 'article', variant: 'square', fromPage: ({ title }) => ({ title: title.toUpperCase(), author: 'Ada' }) },
            { match: (page) => page.title === 'About', template: 'plain', fromPage: () => undefined },
            { match: '/**', template: 'plain', format: 'png' },
          ],
        }`,
      },
    );
    const report = await site.build();
    expect(report.skipped).toEqual({ 'no-route': ['about.html'] });
    expect(metaOf(site.read('blog/one.html'), 'og:image:alt')).toBe('ONE, by Ada, on My Site');
    expect(metaOf(site.read('blog/one.html'), 'og:image:height')).toBe('1080');
    expect(metaOf(site.read('index.html'), 'og:image:type')).toBe('image/png');
    expect(metaOf(site.read('index.html'), 'og:site_name')).toBe('My Site');
  });

  it('names a template that is not there: each page says so, and is as it was', async () => {
    const site = makeSite(
      { 'index.html': page() },
      { config: "{ routes: [{ match: '/**', template: 'nope' }] }" },
    );
    const report = await site.build();
    expect(report.failures[0]?.message).toContain('there is no template "nope"');
    expect(site.read('index.html')).toBe(page());
  });

  it('may take pictures of the site itself for its cards', async () => {
    const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#f00' } })
      .png()
      .toBuffer();
    const site = makeSite(
      { 'index.html': page(), 'img/ada.png': picture },
      {
        config:
          "{ routes: [{ match: '/**', template: 'article', fromPage: () => ({ title: 'Hi', author: 'Ada', avatar: 'https://example.com/img/ada.png' }) }] }",
      },
    );
    expect((await site.build()).warnings).toEqual([]);
  });
});

describe('where the site will live', () => {
  it.each([
    ['http://localhost:8080', 'no crawler can reach it'],
    ['https://192.168.0.4', 'no crawler can reach it'],
    ['https://deploy-preview-7--site.netlify.app', 'it is the address of a preview'],
    ['http://example.com', 'platforms want https'],
    ['/relative', 'expected an address'],
    ['https://example.com/?a=b', 'expected an address'],
  ])('must not be %s, for %s, and nothing is touched', async (address, message) => {
    const site = makeSite({ 'index.html': page() });
    const building = site.build({ site: address });
    await expect(building).rejects.toThrow(ConfigError);
    await expect(building).rejects.toThrow(message);
    expect(site.read('index.html')).toBe(page());
  });

  it('may be this machine, for a look before it is published', async () => {
    const site = makeSite({ 'index.html': page() });
    await site.build({ site: 'http://localhost:8080', preview: true });
    expect(metaOf(site.read('index.html'), 'og:image')).toMatch(/^http:\/\/localhost:8080\/og\//);
  });

  it('may be below a path of its host', async () => {
    const site = makeSite({ 'a/b.html': page() });
    await site.build({ site: 'https://example.com/docs' });
    expect(metaOf(site.read('a/b.html'), 'og:url')).toBe('https://example.com/docs/a/b.html');
    expect(metaOf(site.read('a/b.html'), 'og:image')).toMatch(/^https:\/\/example\.com\/docs\/og\//);
  });
});

describe('a site with traps', () => {
  it('is freed of what a killed run left half-written', async () => {
    const draft = '.cardstock-0123456789ab-index.html';
    const site = makeSite({
      'index.html': page(),
      [draft]: '<!doctype ht',
      'og/.cardstock-0123456789ab-a.jpg': '',
    });
    expect(await site.build()).toMatchObject({ pages: 1, withCard: 1 });
    expect([...site.snapshot().keys()].filter((path) => path.includes('.cardstock-'))).toEqual([]);
  });

  it('is built around folders that lead into themselves, pages that cannot be read, and monsters', async () => {
    const site = makeSite({ 'index.html': page(), 'big.html': Buffer.alloc(50_000_000, ' ') });
    mkdirSync(join(site.folder, 'deep'));
    symlinkSync(site.folder, join(site.folder, 'deep/loop'));
    symlinkSync('/nowhere', join(site.folder, 'dangling.html'));
    mkdirSync(join(site.folder, 'folder.html'));
    const report = await site.build();
    expect(report).toMatchObject({ withCard: 1, skipped: { 'too-large': ['big.html'] }, failures: [] });
    utimesSync(join(site.folder, 'index.html'), 1, 1);
    expect(await site.build()).toMatchObject({ changed: [] });
  });
});
