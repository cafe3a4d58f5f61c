import { expect, it } from 'vitest';
import { findAlike } from '../../../src/site/doctor/alike.ts';
import { card } from './support/images.ts';
import { page } from './support/pages.ts';
import { examineFiles, type Files } from './support/site.ts';

/** Pages with a title, a description and an image each, but for what they are to share. */
function pages(count: number, shared: Readonly<Record<string, string>>): Files {
  const all = Array.from({ length: count }, (_, index) => {
    const metas = {
      'og:title': `Page ${index}`,
      'og:description': `What page ${index} is about.`,
      'og:image': `https://example.com/og/${index}.jpg`,
    };
    return [
      [`${index}.html`, page({ metas: { ...metas, ...shared } }, undefined, `${index}.html`)],
      [`og/${index}.jpg`, card],
    ];
  });
  return Object.fromEntries([...all.flat(), ['og/card.jpg', card]]) as Files;
}
const foundIn = async (files: Files) =>
  findAlike(await examineFiles(files)).map(({ rule, message, pages: { length } }) => [rule, message, length]);

it.each([
  ['og:title', 'titles-alike', 'title', 'Night Garden'],
  ['og:description', 'descriptions-alike', 'description', 'Notes of a garden at night'],
  ['og:image', 'images-alike', 'image', 'https://example.com/og/card.jpg'],
])('finds pages that share one %s, once for all', async (tag, rule, what, said) => {
  expect(await foundIn(pages(4, { [tag]: said }))).toEqual([
    [rule, `4 pages have the same ${what}: "${said}".`, 4],
  ]);
});

it('counts the others that are shared, and names the most frequent', async () => {
  const some = { ...pages(9, { 'og:title': 'One' }), ...pages(3, { 'og:title': 'Two' }) };
  expect(await foundIn(some)).toEqual([['titles-alike', '9 pages share 2 titles; 6 have "One".', 9]]);
});

it('takes two that are alike for chance', async () => {
  expect(await foundIn(pages(2, { 'og:title': 'Same' }))).toEqual([]);
});

it('says of an image that is missing only that', async () => {
  expect(await foundIn(pages(4, { 'og:image': 'https://example.com/none.png' }))).toEqual([]);
});

it('counts no page that needs no card', async () => {
  const hidden = pages(4, { 'og:title': 'Moved', robots: 'noindex' });
  expect(await foundIn(hidden)).toEqual([]);
});

it('shortens what is long', async () => {
  const [[, message]] = (await foundIn(pages(3, { 'og:title': 'word '.repeat(50) }))) as [string[]];
  expect(message!.length).toBeLessThan(130);
});
