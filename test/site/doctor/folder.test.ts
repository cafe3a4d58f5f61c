import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TemplateRegistry } from '../../../src/card/registry.ts';
import { resolveCard } from '../../../src/card/resolve.ts';
import { completePaths } from '../../../src/serve/url/paths.ts';
import { sealedPath } from '../../../src/serve/url/sealed-url.ts';
import { templates } from '../../../templates/index.ts';
import { examine } from '../../../src/site/doctor/examine.ts';
import { card } from './support/images.ts';
import { page } from './support/pages.ts';
import { makeSite } from '../build/support.ts';
import { answering, startServer } from './support/server.ts';
import { examineAll, examineFiles, makeFolder } from './support/site.ts';

const imageAt = (url: string) => page({ metas: { 'og:image': url, 'og:image:type': undefined } });
const rulesOf = (reports: Awaited<ReturnType<typeof examineFiles>>) =>
  reports.map(({ findings }) => findings.map(({ rule }) => rule));

it('finds the images of a site that lives below a path', async () => {
  const html = imageAt('https://example.com/docs/og/a%20card.jpg?v=2');
  const files = { 'index.html': html, 'og/a card.jpg': card };
  expect(rulesOf(await examineFiles(files, { siteUrl: 'https://example.com/docs' }))).toEqual([[]]);
});

it.each([
  '../card.jpg',
  '..%2fcard.jpg',
  '%2e%2e/card.jpg',
  '..%5ccard.jpg',
  'a%00.jpg',
  '%',
  'link.jpg',
  'folder.jpg',
])('reads no image outside of the folder, by %s', async (path) => {
  const folder = makeFolder({ 'card.jpg': card, 'site/index.html': imageAt(`https://example.com/${path}`) });
  symlinkSync(join(folder, 'card.jpg'), join(folder, 'site/link.jpg'));
  symlinkSync(folder, join(folder, 'site/folder.jpg'));
  const reports = await examineAll(join(folder, 'site'), { siteUrl: 'https://example.com' });
  expect(rulesOf(reports)).toEqual([['image-unreachable']]);
});

it('follows no link to a folder', async () => {
  const folder = makeFolder({ 'index.html': page(), 'og/card.jpg': card });
  symlinkSync('.', join(folder, 'loop'));
  const reports = await examineAll(folder, { siteUrl: 'https://example.com' });
  expect(reports.map((report) => report.page)).toEqual(['index.html']);
});

it('decodes an image once, however many pages name it', async () => {
  const server = await startServer(answering({ '/card.jpg': { type: 'image/jpeg', body: card } }));
  const html = imageAt(`${server.origin}/card.jpg`);
  const files = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}.html`, html]));
  const reports = await examineFiles(files, { online: true, allowLocal: true });
  expect(reports).toHaveLength(20);
  expect(server.count('/card.jpg')).toBe(1);
});

it('asks for nothing unless it is told to', async () => {
  const server = await startServer(answering({}));
  const reports = await examineFiles(
    { 'index.html': imageAt(`${server.origin}/card.jpg`) },
    { allowLocal: true },
  );
  expect(rulesOf(reports)).toEqual([['image-unchecked']]);
  expect(server.paths).toEqual([]);
});

it('asks for nothing in a private network, where a page leads', async () => {
  const server = await startServer(answering({ '/card.jpg': { type: 'image/jpeg', body: card } }));
  const [report] = await examineFiles(
    { 'index.html': imageAt(`${server.origin}/card.jpg`) },
    { online: true },
  );
  expect(report!.findings.map(({ message }) => message)).toContain(
    `The image ${server.origin}/card.jpg cannot be had: its host is not public.`,
  );
  expect(server.paths).toEqual([]);
});

it('asks for a page that a person names in a private network only where local addresses will do', async () => {
  const server = await startServer(answering({ '/': { type: 'text/html', body: page() } }));
  const [report] = await examineAll(`${server.origin}/`);
  expect(report!.findings.map(({ message }) => message)).toEqual([
    'The page cannot be had: its host is not public; --local asks there too.',
  ]);
  expect(server.paths).toEqual([]);
});

it('does not miss the file of a card that is made when it is asked for', async () => {
  const request = { template: 'plain', props: { title: 'A title' } };
  const sealed = sealedPath(await resolveCard(request, new TemplateRegistry(templates)), {
    secrets: [],
    paths: completePaths({}),
  });
  const reports = await examineFiles({
    'index.html': imageAt(`https://example.com${sealed}`),
    'other.html': imageAt('https://example.com/og/AAAA.jpg'),
  });
  expect(rulesOf(reports)).toEqual([['image-unchecked'], ['image-unreachable']]);
});

it('wants to know where a folder will live, and to be given one', async () => {
  await expect(examineAll(makeFolder())).rejects.toMatchObject({ code: 'invalid_config' });
  await expect(examineAll('/nowhere/at/all', { siteUrl: 'https://example.com' })).rejects.toMatchObject({
    code: 'invalid_target',
    publicMessage: '"/nowhere/at/all" is no folder and no address.',
  });
  const file = join(makeFolder({ 'a.html': page() }), 'a.html');
  await expect(examineAll(file, { siteUrl: 'https://example.com' })).rejects.toMatchObject({
    code: 'invalid_target',
  });
});

it('begins no page that nobody comes to read', async () => {
  const caller = new AbortController();
  const files = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}.html`, page()]));
  const folder = makeFolder({ ...files, 'og/card.jpg': card });
  const reports = examine(folder, { siteUrl: 'https://example.com', signal: caller.signal });
  for (let read = 0; read < 3; read += 1) await reports.next();
  caller.abort(new Error('enough'));
  const rest = async () => {
    for (let read = 0; read < 10; read += 1) await reports.next();
  };
  await expect(rest()).rejects.toThrow('enough');
});

it('leaves alone what a build gives no card', async () => {
  const head = '<!doctype html><html lang="en"><head><meta charset="utf-8">';
  const files = {
    'google1234567.html': 'google-site-verification: google1234567.html',
    'fragment.html': '<div>Words.</div>',
    'empty.html': '',
    'src/app.html': `${head}%head%</head><body><div>%body%</div></body></html>`,
    'suche.html': `${head}<title>Suche</title></head><body><h1>Suche</h1></body></html>`,
    'lost.html': `${head}<title>Page not found</title></head><body><h1>Page not found</h1></body></html>`,
    '.cache/page.html': page({ metas: { 'og:image': undefined } }),
  };
  const reports = await examineFiles(files);
  expect(rulesOf(reports)).toEqual(reports.map(() => []));
  const built = await makeSite(files).build({ dryRun: true });
  expect(built).toMatchObject({ pages: reports.length, withCard: 0 });
});
