import { describe, expect, it } from 'vitest';
import { pageUrl } from '../../../src/site/read/page/page-url.ts';
import { readFacts } from '../../../src/site/read/page/read-facts.ts';
import { learnHabit, urlByHabit } from '../../../src/site/survey/address-habit.ts';
import { checkAddresses } from '../../../src/site/survey/addresses.ts';
import { html } from '../judge/support.ts';

const site = new URL('https://example.com/kiln/');

function built(path: string, url?: string) {
  const urlOfFile = pageUrl(path, site);
  return { path, urlOfFile, url: url ?? urlOfFile };
}

describe('by the habit of its site', () => {
  it.each([
    ['about.html', { ending: 'none' }, '/kiln/about'],
    ['about.html', { slash: 'never' }, '/kiln/about.html'],
    ['about.html', {}, '/kiln/about.html'],
    ['blog/index.html', { slash: 'never' }, '/kiln/blog'],
    ['blog/index.html', { ending: 'none' }, '/kiln/blog/'],
    ['index.html', { ending: 'none', slash: 'never' }, '/kiln/'],
  ] as const)('%s with %j is at %s', (path, habit, address) => {
    expect(new URL(urlByHabit(built(path), habit)).pathname).toBe(address);
  });

  it('which is learned from the pages that name theirs', () => {
    expect(learnHabit([built('a.html', 'https://example.com/kiln/a')])).toEqual({ ending: 'none' });
    expect(learnHabit([built('b/index.html', 'https://example.com/kiln/b')])).toEqual({ slash: 'never' });
    expect(learnHabit([built('a.html'), built('c.html', 'https://example.com/kiln/x')])).toEqual({});
  });
});

describe('the address that a page names', () => {
  const page = (path: string, canonical?: string) =>
    readFacts(html({ title: path, head: canonical ? `<link rel="canonical" href="${canonical}">` : '' }), {
      path,
      siteUrl: site,
    });
  const addressesOf = (...pages: ReturnType<typeof page>[]) => {
    const addresses = checkAddresses(pages);
    return pages.map((one) => new URL(addresses.urlOf(one)).pathname);
  };

  it('is believed where the site has such a page', () => {
    expect(addressesOf(page('a.html', '/kiln/a'), page('b/index.html', '/kiln/b'))).toEqual([
      '/kiln/a',
      '/kiln/b',
    ]);
  });

  it('is a mistake of one page where the site has none such', () => {
    const pages = [page('a.html', '/kiln/kiln/a.html'), page('b.html', '/kiln/b'), page('c.html', '/kiln/c')];
    expect(addressesOf(...pages)).toEqual(['/kiln/a', '/kiln/b', '/kiln/c']);
  });

  it('is believed where a server must rewrite them all', () => {
    const pages = [page('p1.html', '/kiln/bats'), page('p2.html', '/kiln/owls')];
    expect(addressesOf(...pages)).toEqual(['/kiln/bats', '/kiln/owls']);
  });
});
