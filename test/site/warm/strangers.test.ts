import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { makeFolder } from '../doctor/support/site.ts';
import { pour } from '../doctor/support/server.ts';
import { counts, image, reasons, serve, sitemap, warmQuickly } from './support/sites.ts';

it.each([
  'file:///etc/passwd',
  'ftp://example.com/a.jpg',
  'data:image/png;base64,AAAA',
  'javascript:1',
  '/etc/passwd',
])('takes %s from no list', async (address) => {
  const list = join(makeFolder({ 'list.txt': address }), 'list.txt');
  const summary = await warmQuickly(list);
  expect(counts(summary)).toEqual({ pages: 0, warmed: 0, skipped: 0, failed: 1 });
  expect(reasons(summary)[0]).toMatch(/^it is (?:not http or https|no whole address)$/);
});

it('is sent into no private network by the list of another host, nor by its pages or redirects', async () => {
  const inside = { origin: 'http://127.0.0.2:80' };
  const outside = await serve((origin) => ({
    '/sitemap.xml': { body: sitemap(`${inside.origin}/a`, `${origin}/page`, `${origin}/redirect`) },
    '/page': {
      type: 'text/html',
      body: `<head><meta property="og:image" content="${inside.origin}/card.jpg"></head>`,
    },
    '/redirect': { status: 302, headers: { location: `${inside.origin}/card.jpg` } },
  }));
  const network = { mayConnectTo: (address: string) => address === '127.0.0.1' };
  const summary = await warmQuickly(`${outside.origin}/sitemap.xml`, { allowLocal: false, network });
  expect(reasons(summary)).toEqual(Array(3).fill('its host is not public'));
});

it.each(['127.0.0.1', 'evil.example'])('asks %s only where local addresses will do', async (host) => {
  const server = await serve((origin) => ({ '/sitemap.xml': { body: sitemap(`${origin}/card.jpg`) } }));
  const target = `${server.origin.replace('127.0.0.1', host)}/sitemap.xml`;
  const network = { lookup: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]) };
  await expect(warmQuickly(target, { allowLocal: false, network })).rejects.toMatchObject({
    code: 'invalid_target',
    publicMessage: expect.stringContaining('not public; --local asks there too') as string,
  });
  expect(server.paths).toEqual([]);
});

it('leaves the rest of a list that is too long, and says so', async () => {
  const server = await serve((origin) => ({
    '/index.xml': {
      body: `<sitemapindex><sitemap><loc>${origin}/a</loc></sitemap><sitemap><loc>${origin}/b</loc></sitemap></sitemapindex>`,
    },
    '/a': { body: `${origin}/0.jpg\n${origin}/1.jpg` },
    '/b': { body: `${origin}/2.jpg\n${origin}/3.jpg` },
    ...Object.fromEntries([0, 1, 2, 3].map((index) => [`/${index}.jpg`, image])),
  }));
  const summary = await warmQuickly(`${server.origin}/index.xml`, { maxAddresses: 3 });
  expect(counts(summary)).toMatchObject({ warmed: 3, failed: 1 });
  expect(summary.failures).toEqual([
    {
      address: `${server.origin}/b`,
      from: `${server.origin}/b`,
      reason: 'there are more than 3 addresses; the others are left out',
    },
  ]);
});

it('ends with an index that goes on and on', async () => {
  const server = await serve(() => ({}));
  const more = await serve(() => ({}));
  const lists = Array.from(
    { length: 1200 },
    (_, index) => `<sitemap><loc>${more.origin}/${index}</loc></sitemap>`,
  );
  const index = join(makeFolder({ 'a.xml': `<sitemapindex>${lists.join('')}</sitemapindex>` }), 'a.xml');
  const summary = await warmQuickly(index);
  expect(more.paths.length).toBeLessThanOrEqual(1000);
  expect(reasons(summary)).toContain('there are more than 1000 lists; the others are left out');
  expect(server.paths).toEqual([]);
});

it('unpacks no bomb', async () => {
  const bomb = gzipSync(Buffer.alloc(60 * 1024 * 1024, ' '));
  const list = join(makeFolder({ 'sitemap.xml.gz': bomb }), 'sitemap.xml.gz');
  await expect(warmQuickly(list)).rejects.toMatchObject({ code: 'invalid_target' });
});

it('reads no list without end', async () => {
  const server = await serve(() => ({
    '/sitemap.xml': (_request, response) =>
      pour(response, Buffer.alloc(1_000_000, 'https://example.com/a\n')),
  }));
  await expect(warmQuickly(`${server.origin}/sitemap.xml`)).rejects.toMatchObject({
    code: 'invalid_target',
    publicMessage: expect.stringContaining('more than 52428800 bytes') as string,
  });
}, 20_000);

const entities = (declared: string, used: string) =>
  `<?xml version="1.0"?><!DOCTYPE urlset [${declared}]><urlset><url><loc>${used}</loc></url></urlset>`;

it('expands no entity that a list declares', async () => {
  const server = await serve(() => ({}));
  const billion = entities(
    Array.from({ length: 10 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('') +
      '<!ENTITY a0 "ha">',
    `${server.origin}/&a9;`,
  );
  const list = join(makeFolder({ 'a.xml': billion }), 'a.xml');
  await warmQuickly(list);
  expect(server.paths).toEqual(['/&a9;']);
});

it('opens no file and no address for an entity', async () => {
  const server = await serve(() => ({}));
  for (const system of ['file:///etc/passwd', `${server.origin}/entity`]) {
    const words = entities(`<!ENTITY x SYSTEM "${system}">`, `${server.origin}/&x;`);
    const list = join(makeFolder({ 'a.xml': words }), 'a.xml');
    await expect(warmQuickly(list)).rejects.toMatchObject({ code: 'invalid_target' });
  }
  const withDtd = `<!DOCTYPE rss SYSTEM "${server.origin}/dtd"><rss><channel/></rss>`;
  await warmQuickly(join(makeFolder({ 'a.xml': withDtd }), 'a.xml'));
  expect(server.paths).toEqual([]);
});

it('goes no deeper than lists are, and knows no names but its own', async () => {
  const deep = join(makeFolder({ 'a.xml': '<urlset>'.repeat(10_000) }), 'a.xml');
  await expect(warmQuickly(deep)).rejects.toMatchObject({ code: 'invalid_target' });
  const names = '<urlset><__proto__><loc>x</loc></__proto__></urlset>';
  await expect(warmQuickly(join(makeFolder({ 'a.xml': names }), 'a.xml'))).rejects.toMatchObject({
    code: 'invalid_target',
  });
});
