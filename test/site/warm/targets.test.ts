import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { card } from '../doctor/support/images.ts';
import { page } from '../doctor/support/pages.ts';
import { makeFolder } from '../doctor/support/site.ts';
import { counts, image, pagesWithCards, reasons, serve, sitemap, warmQuickly } from './support/sites.ts';

/** A file with these words in it. */
const file = (name: string, words: string | Buffer) => join(makeFolder({ [name]: words }), name);

it('warms the image of each page of a sitemap, asking for everything once', async () => {
  const server = await serve((origin) => ({
    ...pagesWithCards(origin, 3),
    '/sitemap.xml': {
      type: 'text/xml',
      body: sitemap(`${origin}/0/`, `${origin}/1/`, `${origin}/2/`, `${origin}/0/`),
    },
  }));
  const summary = await warmQuickly(`${server.origin}/sitemap.xml`);
  expect(summary).toMatchObject({ pages: 3, warmed: 3, skipped: 0, failed: 0, bytes: 3 * card.length });
  expect(server.paths.toSorted()).toEqual(
    ['/sitemap.xml', '/0/', '/1/', '/2/', '/og/0.jpg', '/og/1.jpg', '/og/2.jpg'].toSorted(),
  );
});

it('warms an image once that many pages name', async () => {
  const server = await serve((origin) => {
    const body = page({ metas: { 'og:image': `${origin}/card.jpg` } });
    const paths = Array.from({ length: 20 }, (_, index) => `/${index}`);
    return {
      ...Object.fromEntries(paths.map((path) => [path, { type: 'text/html', body }])),
      '/sitemap.xml': { body: sitemap(...paths.map((path) => origin + path)) },
      '/card.jpg': image,
    };
  });
  expect(counts(await warmQuickly(`${server.origin}/sitemap.xml`))).toMatchObject({ pages: 20, warmed: 1 });
  expect(server.count('/card.jpg')).toBe(1);
});

it('reads a sitemap index, whose sitemaps may be packed, and which may name itself', async () => {
  const server = await serve((origin) => ({
    ...pagesWithCards(origin, 2),
    '/index.xml': {
      body: `<sitemapindex><sitemap><loc>${origin}/a.xml</loc></sitemap><sitemap><loc>${origin}/b.xml.gz</loc></sitemap>
        <sitemap><loc>${origin}/index.xml</loc></sitemap><sitemap><loc>${origin}/none.xml</loc></sitemap></sitemapindex>`,
    },
    '/a.xml': { body: sitemap(`${origin}/0/`) },
    '/b.xml.gz': { type: 'application/gzip', body: gzipSync(sitemap(`${origin}/1/`)) },
  }));
  const summary = await warmQuickly(`${server.origin}/index.xml`);
  expect(counts(summary)).toEqual({ pages: 2, warmed: 2, skipped: 0, failed: 1 });
  expect(summary.failures).toEqual([
    {
      address: `${server.origin}/none.xml`,
      from: `${server.origin}/none.xml`,
      reason: 'it was answered with 404',
    },
  ]);
  expect(server.count('/index.xml')).toBe(1);
});

it('reads a sitemap that is a file', async () => {
  const server = await serve((origin) => pagesWithCards(origin, 2));
  const words = sitemap(`${server.origin}/0/`, `${server.origin}/1/`);
  expect(counts(await warmQuickly(file('sitemap.xml', words)))).toMatchObject({ pages: 2, warmed: 2 });
  expect(counts(await warmQuickly(file('sitemap.xml.gz', gzipSync(words))))).toMatchObject({
    pages: 2,
    warmed: 2,
  });
});

it.each(['\n\n', '\uFEFF\r\n', ' \n\uFEFF', '\t'])(
  'reads a sitemap that has %j before its declaration',
  async (blank) => {
    const server = await serve((origin) => ({
      ...pagesWithCards(origin, 1),
      '/sitemap.xml': { body: blank + sitemap(`${origin}/0/`) },
    }));
    expect(counts(await warmQuickly(`${server.origin}/sitemap.xml`))).toMatchObject({ pages: 1, warmed: 1 });
  },
);

it('reads a list of pages and images', async () => {
  const server = await serve((origin) => ({ ...pagesWithCards(origin, 1), '/image': image }));
  const words = `\uFEFF# cards\r\n${server.origin}/0/\r\n\r\n  ${server.origin}/image  \r\n${server.origin}/og/0.jpg\n`;
  expect(counts(await warmQuickly(file('list.txt', words)))).toEqual({
    pages: 1,
    warmed: 2,
    skipped: 0,
    failed: 0,
  });
  expect(server.paths.toSorted()).toEqual(['/0/', '/image', '/og/0.jpg']);
});

const feeds: [string, (origin: string) => string][] = [
  [
    'RSS',
    (origin) => `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
      <link>${origin}/home</link><atom:link href="${origin}/feed.xml" rel="self"/>
      <item><title>A &amp; B</title><atom:link href="${origin}/none" rel="replies"/><link>${origin}/0/?a=1&#38;b=2</link></item>
      <item><link><![CDATA[${origin}/1/]]></link></item><item><title>no link</title></item></channel></rss>`,
  ],
  [
    'Atom',
    (origin) => `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><link href="${origin}/home"/>
      <entry><link rel="self" href="${origin}/none"/><link rel="alternate" href="/0/?a=1&amp;b=2"/></entry>
      <entry><link href="${origin}/1/"/><link rel="enclosure" href="${origin}/none.mp3"/></entry></feed>`,
  ],
  [
    'RSS 1.0',
    (
      origin,
    ) => `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel><link>${origin}/home</link></channel>
      <item><link>${origin}/0/?a=1&amp;b=2</link></item><item><link>${origin}/1/</link></item></rdf:RDF>`,
  ],
];

it.each(feeds)('reads the entries of %s', async (_name, feed) => {
  const server = await serve((origin) => {
    const pages = pagesWithCards(origin, 2);
    return { ...pages, '/0/?a=1&b=2': pages['/0/']!, '/feed.xml': { body: feed(origin) } };
  });
  const summary = await warmQuickly(`${server.origin}/feed.xml`);
  expect(reasons(summary)).toEqual([]);
  expect(counts(summary)).toMatchObject({ pages: 2, warmed: 2 });
  expect(server.paths).not.toContain('/home');
});

it('reads more references to "&" than a parser lets a stranger expand', async () => {
  const server = await serve(() => ({}));
  const addresses = Array.from({ length: 3000 }, (_, index) => `${server.origin}/?a&b&c&d=${index}`);
  const summary = await warmQuickly(file('sitemap.xml', sitemap(...addresses)));
  expect(new Set(server.paths).size).toBe(3000);
  expect(summary.failed).toBe(3000);
  expect(server.paths).toContain('/?a&b&c&d=2999');
});

it('warms what the pages of a folder name, and checks it by what they say of it', async () => {
  const server = await serve(() => ({ '/0.jpg': image, '/1.jpg': image }));
  const folder = makeFolder({
    'index.html': page({ metas: { 'og:image': `${server.origin}/0.jpg` } }),
    'a/index.html': page({ metas: { 'og:image': `${server.origin}/1.jpg`, 'og:image:width': '600' } }),
    'b.html': page({ metas: { 'og:image': '/relative.jpg' } }),
    'c.html': '<title>None</title>',
    'd.txt': 'no page',
  });
  const summary = await warmQuickly(folder);
  expect(summary).toMatchObject({ pages: 4, pagesWithoutImage: 1, warmed: 1, failed: 2 });
  expect(summary.failures).toEqual([
    {
      address: `${server.origin}/1.jpg`,
      from: 'a/index.html',
      reason: 'it is 1200×630, and its page says 600×630',
    },
    { address: '/relative.jpg', from: 'b.html', reason: 'it is no whole address' },
  ]);
});

it('warms every image of a page that names several', async () => {
  const server = await serve((origin) => ({
    '/': {
      type: 'text/html',
      body: page({
        metas: { 'og:image': `${origin}/a.jpg` },
        head: `<meta property="og:image" content="b.jpg"><meta property="og:image:width" content="600">`,
      }),
    },
    '/a.jpg': image,
    '/b.jpg': image,
  }));
  const summary = await warmQuickly(`${server.origin}/`);
  expect(counts(summary)).toEqual({ pages: 1, warmed: 1, skipped: 0, failed: 1 });
  expect(reasons(summary)).toEqual(['it is 1200×630, and its page says 600×630']);
});

it('warms one image by its address', async () => {
  const server = await serve(() => ({ '/card.jpg': image }));
  expect(counts(await warmQuickly(`${server.origin}/card.jpg`))).toEqual({
    pages: 0,
    warmed: 1,
    skipped: 0,
    failed: 0,
  });
});

it.each([
  ['/nowhere/at/all', /is no folder, no file and no address/],
  ['ftp://example.com/', /is no folder, no file and no address/],
  ['file:///etc/passwd', /is no folder, no file and no address/],
])('does not know what %s is', async (target, message) => {
  await expect(warmQuickly(target)).rejects.toMatchObject({
    code: 'invalid_target',
    status: 400,
    publicMessage: expect.stringMatching(message) as string,
  });
});

it.each([
  ['broken off', sitemap('https://example.com/').slice(0, -9), /Unclosed|Invalid|Expected/i],
  ['of something else', '<?xml version="1.0"?><opml><body/></opml>', /no sitemap, feed or list/],
  ['packed and broken off', gzipSync(sitemap('https://example.com/')).subarray(0, 40), /broke off/],
])('refuses a list that is %s', async (_name, words, message) => {
  await expect(warmQuickly(file('list', words))).rejects.toMatchObject({
    code: 'invalid_target',
    publicMessage: expect.stringMatching(message) as string,
  });
  const server = await serve(() => ({ '/list': { body: words } }));
  await expect(warmQuickly(`${server.origin}/list`)).rejects.toMatchObject({ code: 'invalid_target' });
});

it('says of a list that is not there what was answered', async () => {
  const server = await serve(() => ({}));
  await expect(warmQuickly(`${server.origin}/sitemap.xml`)).rejects.toMatchObject({
    publicMessage: `"${server.origin}/sitemap.xml" could not be read: it was answered with 404.`,
  });
});
