import { describe, expect, it } from 'vitest';
import { readJsonLd } from '../../../../src/site/read/page/json-ld.ts';

const url = 'https://example.com/cod/';
const page = { url, heading: 'Salting a cod', titles: ['Salting a cod', 'Salting a cod - Post'] };
const read = (...things: unknown[]) =>
  readJsonLd(
    things.map((thing) => (typeof thing === 'string' ? thing : JSON.stringify(thing))),
    page,
  );
const article = { '@type': 'BlogPosting', headline: 'Salting a cod' };

describe('structured data', () => {
  it('is text: what looks like a tag is none', () => {
    expect(read({ ...article, headline: 'Vec<T> or Box<[T]>?' }).title).toBe('Vec<T> or Box<[T]>?');
    expect(read({ ...article, description: 'Why <title> goes before <link>.' }).description).toBe(
      'Why <title> goes before <link>.',
    );
    expect(read({ ...article, headline: 'Salt &amp; sea' }).title).toBe('Salt & sea');
    expect(read({ ...article, description: '<p>Salt</p><p>and <b>sea</b></p>' }).description).toBe(
      'Salt and sea',
    );
  });

  it.each([
    [
      'in the same graph',
      [
        {
          '@graph': [
            { ...article, author: { '@type': 'Person', '@id': '#n' } },
            { '@id': '#n', name: 'Nora' },
          ],
        },
      ],
    ],
    [
      'in another block',
      [
        { ...article, author: { '@id': '#n' } },
        { '@type': 'Person', '@id': '#n', name: 'Nora' },
      ],
    ],
    [
      'inside of another thing',
      [{ ...article, author: { '@id': '#n' }, isPartOf: { editor: { '@id': '#n', name: 'Nora' } } }],
    ],
    [
      'with a name of its own',
      [
        { ...article, author: { '@id': '#n', name: 'Nora' } },
        { '@id': '#n', name: 'N', url: 'x', email: 'y' },
      ],
    ],
    [
      'with an empty name beside',
      [
        { ...article, author: { '@id': '#n', name: '' } },
        { '@id': '#n', name: 'Nora', url: 'x' },
      ],
    ],
    ['as creator', [{ ...article, creator: ['Nora'] }]],
  ])('names an author by a reference to a thing %s', (_, things) => {
    expect(read(...things).authors).toEqual(['Nora']);
  });

  it('names no author by a reference to nothing', () => {
    expect(read({ ...article, author: { '@id': '#gone' } }).authors).toEqual([]);
    expect(read({ ...article, author: { name: '', '@id': '' } }, { '@id': '', name: 'X' }).authors).toEqual(
      [],
    );
  });

  it.each([
    ['headline', { ...article }],
    ['address', { '@type': 'Article', headline: 'Other words', url }],
    [
      'mainEntityOfPage',
      { '@type': 'Article', headline: 'Other words', mainEntityOfPage: { '@id': `${url}#page` } },
    ],
    ['relative address', { '@type': 'Article', headline: 'Other words', url: '/cod/index.html' }],
  ])('of several articles is that of the page by its %s', (_, own) => {
    const other = { '@type': 'NewsArticle', headline: 'Ten knots', author: 'Otto' };
    expect(read(other, { ...own, author: 'Nora' }).authors).toEqual(['Nora']);
    expect(read({ ...own, author: 'Nora' }, other).authors).toEqual(['Nora']);
  });

  it('of several articles of which none is that of the page is about none', () => {
    expect(read({ ...article, headline: 'A' }, { ...article, headline: 'B' }).title).toBeUndefined();
  });

  it.each([
    ['Recipe', 'article'],
    ['Product', 'product'],
    ['MusicEvent', 'event'],
    ['https://schema.org/Book', 'book'],
    ['Movie', 'video.movie'],
    ['PodcastEpisode', undefined],
    ['SoftwareApplication', undefined],
    ['Course', undefined],
    ['VideoObject', undefined],
  ])('about a %s is of the type %s', (kind, type) => {
    const data = read({ '@type': kind, name: 'Salting a cod', author: { name: 'Nora' } });
    expect(data).toMatchObject({ type, kind: kind.replace('https://schema.org/', ''), authors: ['Nora'] });
  });

  it('about a program that every page of its manual names is not about that page', () => {
    expect(read({ '@type': 'SoftwareApplication', name: 'Kiln' })).toMatchObject({ title: undefined });
  });

  it('knows when and where an event is, and which show an episode is of', () => {
    expect(
      read({
        '@type': 'Event',
        name: 'Salting a cod',
        startDate: '2027-05-01T19:00',
        endDate: '2027-05-02',
        location: { '@type': 'Place', name: 'Old Hall', address: { addressLocality: 'Bergen' } },
        performer: [{ name: 'Nora' }, { name: 'Otto' }],
      }).details,
    ).toMatchObject({
      startsAt: '2027-05-01T19:00',
      endsAt: '2027-05-02',
      place: 'Old Hall, Bergen',
      performers: ['Nora', 'Otto'],
    });
    expect(
      read({
        '@type': 'PodcastEpisode',
        name: 'Salting a cod',
        episodeNumber: 12,
        duration: 'PT45M',
        partOfSeries: { '@type': 'PodcastSeries', name: 'Harbour Talk' },
      }).details,
    ).toMatchObject({ series: 'Harbour Talk', episodeNumber: '12', duration: 'PT45M' });
  });

  it.each([
    ['ends in the page by its address', { '@type': 'ListItem', position: 3, name: 'Cod', item: url }],
    [
      'ends in the page by its title',
      { '@type': 'ListItem', position: 3, name: 'Salting a cod', item: '/x/' },
    ],
    ['ends in a step without an address', { '@type': 'ListItem', position: 3, name: 'Cod' }],
  ])('has a way to the page that %s', (_, last) => {
    const way = [
      last,
      { '@type': 'ListItem', position: '2', item: { '@id': 'https://example.com/fish/', name: 'Fish' } },
      { '@type': 'ListItem', position: 1, name: 'Kitchen', item: 'https://example.com/kitchen/' },
    ];
    expect(read({ '@type': 'BreadcrumbList', itemListElement: way }).breadcrumbs).toEqual([
      'Kitchen',
      'Fish',
    ]);
  });

  it('has pictures by address, as things, and by reference', () => {
    expect(read({ ...article, image: 'a.jpg' }).images).toEqual(['a.jpg']);
    expect(
      read(
        { ...article, image: ['a.jpg', { url: 'b.jpg' }, { '@id': '#c' }] },
        { '@id': '#c', contentUrl: 'c.jpg', width: 1 },
      ).images,
    ).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
  });

  it('names the site, and who runs it', () => {
    const data = read(
      { '@type': 'WebSite', name: 'The Post' },
      { '@type': 'Organization', name: 'Harbour Press', logo: { url: '/logo.png' } },
    );
    expect(data).toMatchObject({ siteName: 'The Post', organization: 'Harbour Press', logo: '/logo.png' });
  });

  it('is read with line breaks in its texts and commas too many', () => {
    const broken = '{"@type":"Article","headline":"Salting a cod","description":"One\ntwo",}';
    expect(read(broken)).toMatchObject({ title: 'Salting a cod', description: 'One two' });
  });

  it('survives whatever it is', () => {
    const loop = { '@type': 'Article', '@id': '#a', author: { '@id': '#a' }, headline: { '@id': '#a' } };
    for (const data of [
      ...['', '{', 'null', '5', '[]', '[[[{}]]]', '{"@graph":{"@graph":{}}}', '[null,1,"x",[[]]]'],
      '['.repeat(50_000) + ']'.repeat(50_000),
      '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000),
      JSON.stringify(loop),
      '{"@type":"BreadcrumbList","itemListElement":[null,5,{"position":{}}]}',
      '{"@type":"Article","image":[null,{"url":{"url":1}}],"author":[[["x"]]],"location":3}',
    ]) {
      expect(read(data)).toHaveProperty('authors');
    }
  });
});
