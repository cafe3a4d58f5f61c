import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../src/site/read/page/read-page.ts';
import { siteSuffix, withoutSuffix } from '../../../../src/site/read/page/site-suffix.ts';

describe('the suffix of a site', () => {
  it.each([
    ['that all share', ['A - Site', 'B - Site', 'C - Site'], ' - Site'],
    ['that most share', ['A | Site', 'B | Site', 'C | Site', 'Site'], ' | Site'],
    ['with a separator of its own', ['A - Foo - Bar', 'B - Foo - Bar', 'C - Foo - Bar'], ' - Foo - Bar'],
    ['and not the section before it', ['A - Blog - S', 'B - Blog - S', 'C - Docs - S', 'D - S'], ' - S'],
    [
      'in parentheses',
      ['A (libffi: a library)', 'B (libffi: a library)', 'C (libffi: a library)'],
      ' (libffi: a library)',
    ],
    ['behind a colon', ['A: GIO Manual', 'B: GIO Manual', 'C: GIO Manual'], ': GIO Manual'],
    ['where only two pages have it', ['A - Site', 'B - Site', 'C'], undefined],
    ['where half of the pages have it', ['A - S', 'B - S', 'C - S', 'D', 'E', 'F'], undefined],
    ['where the same title is there three times', ['A - Site', 'A - Site', 'A - Site'], undefined],
    ['inside words', ['a-b', 'c-b', 'd-b'], undefined],
    ['where there are no pages', [], undefined],
  ])('%s', (_, titles, suffix) => {
    expect(siteSuffix(titles)).toBe(suffix);
  });

  it('goes from the titles, and names the site where nobody else does', () => {
    const page = readPage('<title>A (The Manual)</title>', {
      path: 'a.html',
      siteUrl: 'https://example.com/',
    });
    expect(withoutSuffix(page, ' (The Manual)')).toMatchObject({ title: 'A', siteName: 'The Manual' });
    expect(withoutSuffix({ ...page, title: 'A — B', siteName: 'Own' }, ' — B')).toMatchObject({
      title: 'A',
      siteName: 'Own',
    });
    expect(withoutSuffix(page, ' - B').title).toBe('A (The Manual)');
  });
});
