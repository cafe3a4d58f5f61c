import { expect, it } from 'vitest';
import { findAlike } from '../../../src/site/doctor/alike.ts';
import { platformNames, platforms } from '../../../src/site/doctor/platforms.ts';
import { metaTags } from '../../../src/site/tags/meta-tags.ts';
import { card } from './support/images.ts';
import { page } from './support/pages.ts';
import { answering, startServer } from './support/server.ts';
import { examineAll, examineFiles } from './support/site.ts';

it('has nothing to say of a page of the safe envelope', async () => {
  const reports = await examineFiles({ 'index.html': page(), 'og/card.jpg': card });
  expect(reports).toMatchObject([{ page: 'index.html', url: 'https://example.com/', findings: [] }]);
  expect(findAlike(reports)).toEqual([]);
});

it('has nothing to say of the tags that a build puts in', async () => {
  const { html } = metaTags({
    title: 'A title & more',
    url: 'https://example.com/',
    description: 'What it is about.',
    type: 'article',
    image: {
      url: 'https://example.com/og/card.jpg',
      width: 1200,
      height: 630,
      type: 'image/jpeg',
      alt: 'A title & more',
    },
  });
  const built = `<!doctype html><html lang="en"><meta charset="utf-8">${html}<title>A title</title><p>Words`;
  const [report] = await examineFiles({ 'index.html': built, 'og/card.jpg': card });
  expect(report?.findings).toEqual([]);
});

it('reads pages in other encodings', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(page(), 'utf16le')]);
  const latin = page({ metas: { 'og:title': 'Ä'.repeat(100) } }).replace('utf-8', 'windows-1252');
  const reports = await examineFiles({
    'index.html': utf16,
    'latin.html': Buffer.from(latin, 'latin1'),
    'og/card.jpg': card,
  });
  expect(reports.map(({ findings }) => findings)).toEqual([[], []]);
});

it('has nothing to say of such a page on the web', async () => {
  const server = await startServer((request, response) => answer(request, response));
  const html = page({}, server.origin);
  const answer = answering({
    '/': { type: 'text/html; charset=utf-8', body: html },
    '/og/card.jpg': { type: 'image/jpeg', body: card },
  });
  const [report] = await examineAll(`${server.origin}/`, { allowLocal: true });
  expect(report?.findings).toEqual([]);
});

it('asks for the page and its image as every platform, and negotiates nothing', async () => {
  const server = await startServer((request, response) => answer(request, response));
  const answer = answering({
    '/': { type: 'text/html', body: page({}, server.origin) },
    '/og/card.jpg': { type: 'image/jpeg', body: card },
  });
  await examineAll(`${server.origin}/`, { allowLocal: true });
  const agents = platformNames.map((name) => platforms[name].userAgent).sort();
  for (const path of ['/', '/og/card.jpg']) {
    const asked = server.requests.filter(({ url }) => url === path);
    expect(asked.map(({ headers }) => headers['user-agent']).sort()).toEqual(agents);
    expect(new Set(asked.map(({ headers }) => headers.accept))).toEqual(new Set(['*/*']));
  }
  expect(server.count('/robots.txt')).toBe(1);
});
