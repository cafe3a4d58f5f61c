import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { TemplateRegistry } from '../../../src/card/registry.ts';
import { chooseCard } from '../../../src/site/build/choose-card.ts';
import { templates } from '../../../templates/index.ts';
import { examineFiles } from '../doctor/support/site.ts';
import { html, judged } from '../judge/support.ts';
import { makeSite, page } from './support.ts';

/** What is said of each image, in order. */
function imagesOf(html: string): Record<string, string>[] {
  const images: Record<string, string>[] = [];
  for (const [, part = 'url', content] of html.matchAll(
    /property="og:image(?::(\w+))?" content="([^"]*)"/g,
  )) {
    if (part === 'url') images.push({});
    images.at(-1)![part] = content!;
  }
  return images;
}

const config = "{ images: ['og', 'square', 'small'], variants: { small: { width: 400, height: 210 } } }";
const own = page({ title: 'Own', head: '<meta property="og:image:width" content="7">' });

describe('a site that wants several sizes', () => {
  it('has an image for each in every page, and its very own bytes again after undo', async () => {
    const site = makeSite({ 'index.html': page({ title: 'Home' }), 'own.html': own }, { config });
    const before = site.snapshot();
    expect(await site.build()).toMatchObject({ withCard: 2, made: 6, failures: [] });
    for (const path of ['index.html', 'own.html']) {
      const images = imagesOf(site.read(path));
      const sizes = images.map(({ width, height, type }) => [width, height, type]);
      expect(sizes).toEqual([
        ['1200', '630', 'image/jpeg'],
        ['1080', '1080', 'image/jpeg'],
        ['400', '210', 'image/jpeg'],
      ]);
      for (const { url, width } of images) {
        const file = join(site.folder, new URL(url!).pathname);
        expect(String((await sharp(file).metadata()).width)).toBe(width);
      }
    }
    const [report] = await examineFiles({ 'index.html': site.read('index.html') });
    expect(
      report?.findings.filter(({ rule }) => rule === 'tag-repeated' || rule === 'image-leftovers'),
    ).toEqual([]);
    const built = site.snapshot();
    expect(await site.build()).toMatchObject({ changed: [], made: 0, reused: 6 });
    expect(site.snapshot()).toEqual(built);
    expect(await site.undo()).toMatchObject({ removedImages: 6, failures: [] });
    expect(site.snapshot()).toEqual(before);
  });

  it('is told of one that is not there', async () => {
    const site = makeSite({ 'index.html': page() }, { config: "{ images: ['og', 'huge'] }" });
    const { failures } = await site.build();
    expect(failures[0]?.message).toContain('"variant": unknown value "huge". Valid: og, x, square');
  });
});

describe('the sizes of a page', () => {
  const registry = new TemplateRegistry(templates);
  const [one] = Object.values(judged({ 'a.html': html({ title: 'A', heading: 'A' }) }));
  const route = { match: '/**', template: 'plain' };
  it.each([
    ['those of the config', { images: ['x', 'square'] }, 'x', ['square']],
    ['those of its route', { images: ['x'], routes: [{ ...route, images: ['og', 'x'] }] }, 'og', ['x']],
    [
      'the one that its route names',
      { images: ['x', 'og'], routes: [{ ...route, variant: 'square' }] },
      'square',
      undefined,
    ],
    ['that of its template, where nobody says', {}, undefined, undefined],
  ])('are %s', (_what, siteConfig, variant, others) => {
    const card = chooseCard(one!, siteConfig, registry);
    expect([card?.variant, card?.others]).toEqual([variant, others]);
  });
});
