import { expect, it } from 'vitest';
import { learnHabit, withHabit } from '../../../src/site/build/address-habit.ts';
import { pageUrl } from '../../../src/site/read/page/page-url.ts';

const site = new URL('https://example.com/kiln/');
const pageAt = (path: string, url = pageUrl(path, site)) => ({
  path,
  url,
  title: path,
  tags: [],
  type: 'website',
  isNoindex: false,
  isRedirect: false,
});
type Built = Parameters<typeof withHabit>[0];
const built = (path: string, url?: string) => pageAt(path, url) as unknown as Built;

it.each([
  ['about.html', { ending: 'none' }, '/kiln/about'],
  ['about.html', { slash: 'never' }, '/kiln/about.html'],
  ['about.html', {}, '/kiln/about.html'],
  ['blog/index.html', { slash: 'never' }, '/kiln/blog'],
  ['blog/index.html', { ending: 'none' }, '/kiln/blog/'],
  ['index.html', { ending: 'none', slash: 'never' }, '/kiln/'],
] as const)('%s with %j is at %s', (path, habit, address) => {
  expect(new URL(withHabit(built(path), habit, site).url).pathname).toBe(address);
});

it('leaves a page alone that names its address', () => {
  const page = built('about.html', 'https://example.com/kiln/about-us.html');
  expect(withHabit(page, { ending: 'none' }, site)).toBe(page);
});

it('learns from the pages that name theirs', () => {
  expect(learnHabit([built('a.html', 'https://example.com/kiln/a')], site)).toEqual({ ending: 'none' });
  expect(learnHabit([built('b/index.html', 'https://example.com/kiln/b')], site)).toEqual({ slash: 'never' });
  expect(learnHabit([built('a.html'), built('c.html', 'https://example.com/kiln/x')], site)).toEqual({});
});
