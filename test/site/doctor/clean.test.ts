import { expect, it } from 'vitest';
import { platformNames, platforms } from '../../../src/site/doctor/platforms.ts';
import { card } from './support/images.ts';
import { page } from './support/pages.ts';
import { answering, startServer } from './support/server.ts';
import { examineAll, examineFiles } from './support/site.ts';

it('has nothing to say of a page of the safe envelope', async () => {
  const reports = await examineFiles({ 'index.html': page(), 'og/card.jpg': card });
  expect(reports).toEqual([{ page: 'index.html', url: 'https://example.com/', findings: [] }]);
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
