import { expect, it } from 'vitest';
import { formatPage, formatSummary } from '../../../src/site/doctor/format.ts';
import { addToSummary, doctorExitCode, emptySummary } from '../../../src/site/doctor/report.ts';
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

it('writes a page as a group of lines, the worst first', async () => {
  const [report] = await examineFiles(site);
  expect(formatPage(report!)).toBe(
    'a/index.html\n  error    tag-missing          og:image is missing. [all] (build fixes it)\n',
  );
});

it('names the platforms, or those that are well where they are fewer', async () => {
  const [report] = await examineFiles({
    'index.html': page({ metas: { 'og:url': undefined } }),
    'og/card.jpg': card,
  });
  expect(formatPage(report!)).toBe(
    [
      'index.html',
      '  error    tag-missing          og:url is missing. [WhatsApp]',
      '  warning  tag-advised          og:url is missing. [all but WhatsApp]',
      '',
    ].join('\n'),
  );
  const found = report!.findings.filter(({ severity }) => severity === 'error');
  expect(formatPage({ ...report!, findings: found }, { platforms: ['whatsapp'] })).toContain('[all]');
});

it('writes nothing of a page that is well', async () => {
  const reports = await examineFiles(site);
  expect(formatPage(reports[2]!)).toBe('');
});

it('leaves infos out where they are not wanted', async () => {
  const transparent = { 'og/card.jpg': await picture(1200, 630, 0.5).png().toBuffer() };
  const metas = { 'og:image:type': 'image/png' };
  const [report] = await examineFiles({ 'index.html': page({ metas }), ...transparent });
  expect(formatPage(report!)).toContain('image-not-opaque');
  expect(formatPage(report!, { infos: false })).not.toContain('image-not-opaque');
});

it('lets nothing that a page says move the cursor', async () => {
  const reports = await examineFiles(site);
  const text = formatPage(reports[1]!);
  expect(text).toContain('og:url');
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(text.split('\n')).toHaveLength(2 + reports[1]!.findings.length);
});

it('paints only where it is asked to', async () => {
  const [report] = await examineFiles(site);
  expect(formatPage(report!)).not.toContain('\u001B[');
  expect(formatPage(report!, { color: true })).toContain('\u001B[31merror');
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
  expect(formatSummary(summary)).toBe(
    '3 pages: 2 errors, 1 warning, 0 infos. "cardstock build" fixes 1 of them.',
  );
  expect(doctorExitCode(summary)).toBe(1);
  expect(doctorExitCode({ errors: 0 })).toBe(0);
});
