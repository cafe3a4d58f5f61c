import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { findAlike } from '../../../src/site/doctor/alike.ts';
import { type FormatOptions, formatGroups, formatSummary } from '../../../src/site/doctor/format.ts';
import { groupFindings } from '../../../src/site/doctor/group.ts';
import {
  addToSummary,
  doctorExitCode,
  emptySummary,
  type PageReport,
} from '../../../src/site/doctor/report.ts';
import { card, picture } from './support/images.ts';
import { page } from './support/pages.ts';
import { examineFiles } from './support/site.ts';

const site = {
  'a/index.html': page({
    metas: { 'og:image': undefined, 'og:image:width': undefined, 'og:image:height': undefined },
  }),
  'b.html': page({
    metas: { 'og:title': 'A \u001B[31mred\n title' + 'x'.repeat(100), 'og:url': '/b\u202E' },
  }),
  'index.html': page(),
  'og/card.jpg': card,
};

it('is plain data, page by page in order', async () => {
  const reports = await examineFiles(site);
  expect(JSON.parse(JSON.stringify(reports))).toEqual(reports);
  expect(reports.map(({ page, url }) => [page, url])).toEqual([
    ['a/index.html', 'https://example.com/a/'],
    ['b.html', 'https://example.com/b.html'],
    ['index.html', 'https://example.com/'],
  ]);
});

it('says what a build fixes, and that of pages only that it would touch', async () => {
  const without = { 'og:image': undefined, 'og:type': undefined };
  const reports = await examineFiles({
    'image-of-its-own.html': page({ metas: { 'og:type': undefined } }),
    'index.html': page({ metas: without }),
    'noindex.html': page({ metas: { ...without, robots: 'noindex' } }),
    'says-little.html': page({ metas: { ...without, 'og:description': undefined } }),
    'says-more.html': page({ metas: { ...without, 'og:description': undefined, description: 'More.' } }),
    'og/card.jpg': card,
  });
  const fixable = reports.map(({ findings }) =>
    findings.filter((found) => found.fixable).map(({ rule }) => rule),
  );
  expect(fixable).toEqual([
    [],
    ['tag-missing', 'tag-advised'],
    [],
    ['tag-missing', 'tag-missing', 'tag-advised', 'tag-advised'],
    ['tag-missing', 'tag-missing', 'tag-advised', 'tag-advised'],
  ]);
});

const format = (reports: readonly PageReport[], options?: FormatOptions) =>
  formatGroups(groupFindings(reports, findAlike(reports)), reports.length, options);

it('says once what is wrong with many pages, the worst first, and names the first of them', async () => {
  const gone = page({ metas: { 'og:image': 'https://example.com/img/default.png', 'og:type': undefined } });
  const pages = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index + 10}.html`, gone]));
  const reports = await examineFiles({ ...pages, 'index.html': page(), 'og/card.jpg': card });
  const alone = reports.map((report) => ({ ...report, title: undefined, description: undefined }));
  expect(format(alone as PageReport[])).toBe(
    [
      'error    The image img/default.png cannot be had: the site has no such file.',
      '         On 20 pages (first: 10.html, 11.html, 12.html, …).',
      '         Put it there, or take the tag out: "cardstock build" makes a card where',
      '         there is none.',
      '',
      'warning  og:type is missing.',
      '         On 20 pages (first: 10.html, 11.html, 12.html, …).',
      '         Write what is missing into the head of the page.',
      '',
    ].join('\n'),
  );
});

it('says once which tags the same pages lack', async () => {
  const metas = { 'og:image': undefined, 'og:url': undefined, 'og:type': undefined };
  const size = { 'og:image:width': undefined, 'og:image:height': undefined, 'og:image:alt': undefined };
  const bare = page({ metas: { ...metas, ...size } });
  expect(format(await examineFiles({ 'a.html': bare, 'b.html': bare }))).toBe(
    [
      'error    og:image, og:url and og:type are missing.',
      '         On a.html, b.html.',
      '         "cardstock build" puts in what is missing.',
      '',
    ].join('\n'),
  );
});

it('puts together what is said of each page in its own words', async () => {
  const long = (length: number) => page({ metas: { 'og:title': 'a'.repeat(length) } });
  const others = { 'index.html': page(), 'og/card.jpg': card };
  const reports = (await examineFiles({ 'a.html': long(120), 'b.html': long(130), ...others })).slice(0, 2);
  expect(format(reports)).toBe(
    [
      'warning  The title will be cut.',
      '         a.html: og:title has 120 characters; beyond 100 it is cut everywhere.',
      '         b.html: og:title has 130 characters; beyond 100 it is cut everywhere.',
      '',
    ].join('\n'),
  );
});

it('names the platforms of the worst, or those that are well where they are fewer', async () => {
  const files = { 'index.html': page({ metas: { 'og:url': undefined } }), 'og/card.jpg': card };
  const reports = await examineFiles(files);
  expect(format(reports)).toBe(
    [
      'error    og:url is missing.',
      '         For WhatsApp.',
      '         Write what is missing into the head of the page.',
      '',
    ].join('\n'),
  );
  expect(format(reports, { platforms: ['whatsapp'] })).not.toContain('WhatsApp');
  const warnings = reports.map((report) => ({
    ...report,
    findings: report.findings.filter(({ severity }) => severity === 'warning'),
  }));
  expect(format(warnings)).toContain('For all but WhatsApp.');
});

it('writes nothing of a site that is well', async () => {
  expect(format(await examineFiles({ 'index.html': page(), 'og/card.jpg': card }))).toBe('');
});

it('leaves infos out where they are not wanted', async () => {
  const transparent = { 'og/card.jpg': await picture(1200, 630, 0.5).png().toBuffer() };
  const metas = { 'og:image:type': 'image/png' };
  const reports = await examineFiles({ 'index.html': page({ metas }), ...transparent });
  expect(format(reports)).toContain('One can see through the image');
  expect(format(reports, { infos: false })).not.toContain('One can see through the image');
});

it.each([80, 60, 40])('fits %i columns', async (columns) => {
  const lines = format(await examineFiles(site), { columns }).split('\n');
  expect(lines.length).toBeGreaterThan(5);
  // An address is not broken, so that it can be copied.
  for (const line of lines) if (/\s\S/.test(line.trim())) expect(line.length).toBeLessThanOrEqual(columns);
});

it('lets nothing that a page says move the cursor', async () => {
  const text = format(await examineFiles(site));
  expect(text).toContain('og:url');
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

it('paints only where it is asked to', async () => {
  const reports = await examineFiles(site);
  expect(format(reports)).not.toContain('\u001B[');
  expect(format(reports, { color: true })).toContain('\u001B[31merror');
  expect(stripVTControlCharacters(format(reports, { color: true }))).toBe(format(reports));
});

it('counts at the end, and exits with 1 for an error only', async () => {
  const summary = emptySummary();
  for (const report of await examineFiles(site)) addToSummary(summary, report);
  expect(summary).toEqual({
    pages: 3,
    errors: 2,
    warnings: 1,
    infos: 0,
    fixable: 1,
    rules: { 'tag-missing': 1, 'address-relative': 1, 'title-too-long': 1 },
  });
  expect(doctorExitCode(summary)).toBe(1);
  expect(doctorExitCode({ errors: 0 })).toBe(0);
});

it('counts kinds and pages for people', async () => {
  const groups = groupFindings(await examineFiles(site));
  expect(formatSummary(groups, 3)).toBe(
    '3 pages: 2 errors on 2 pages, 1 warning on 1 page. "cardstock build" mends 1 of\nthem.',
  );
  expect(formatSummary([], 2)).toBe('2 pages: 0 errors, 0 warnings.');
});
