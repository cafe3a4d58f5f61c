import { describe, expect, it } from 'vitest';
import { TemplateRegistry } from '../../../src/card/registry.ts';
import { chooseCard } from '../../../src/site/build/choose-card.ts';
import { templates } from '../../../templates/index.ts';
import { html, judged } from '../judge/support.ts';

const registry = new TemplateRegistry(templates, { language: 'en' });

/** The card of a page by what its structured data says. */
function cardOf(
  data: Record<string, unknown>,
  { cover, lang, path = 'a/b.html' }: { cover?: string; lang?: string; path?: string } = {},
) {
  const thing = { '@context': 'https://schema.org', name: 'Low water', ...data };
  const head = `<script type="application/ld+json">${JSON.stringify(thing)}</script>`;
  const site = { [path]: html({ title: 'Low water', heading: 'Low water', head, ...(lang && { lang }) }) };
  return chooseCard(judged(site)[path]!, {}, registry, { cover })!;
}

it('of an article has its author, though a design takes several', () => {
  const author = [{ name: 'Ada Lovelace' }, { name: 'Ida Lewis' }];
  const { template, props } = cardOf({ '@type': 'BlogPosting', author, datePublished: '2026-11-14' });
  expect(template).toBe('article');
  expect(props['author']).toMatch(/Ada Lovelace.*Ida Lewis/);
});

const place = { '@type': 'Place', name: 'Pier hall', address: { addressLocality: 'Tarbet' } };

describe('an event', () => {
  it('has its day, time, place and players', () => {
    const { template, props } = cardOf({
      '@type': 'MusicEvent',
      startDate: '2026-11-14T19:30:00+01:00',
      endDate: '2026-11-14T22:00:00+01:00',
      location: place,
      performer: [{ '@type': 'Person', name: 'Ailsa Reid' }],
    });
    expect(template).toBe('event');
    expect(props).toEqual({
      name: 'Low water',
      date: '2026-11-14',
      time: '7:30 PM',
      place: 'Pier hall, Tarbet',
      speakers: ['Ailsa Reid'],
    });
  });

  it('of several days has both, and its time as its language writes it', () => {
    const { props } = cardOf(
      { '@type': 'Festival', startDate: '2026-12-05T10:00', endDate: '2026-12-06' },
      { lang: 'de' },
    );
    expect(props).toMatchObject({ date: '2026-12-05', endDate: '2026-12-06', time: '10:00' });
  });

  it.each([undefined, '', 'soon', '2026-13-40'])(
    'without a day, as with %j, is a page like others',
    (startDate) => {
      expect(cardOf({ '@type': 'Event', startDate, location: place }).template).toBe('plain');
    },
  );

  it('that ends before it begins has its first day only', () => {
    const { props } = cardOf({ '@type': 'Event', startDate: '2026-12-05', endDate: '2026-12-04' });
    expect(props).not.toHaveProperty('endDate');
  });
});

describe('an episode', () => {
  const partOfSeries = { '@type': 'PodcastSeries', name: 'Cold Water' };

  it.each([
    ['PT48M12S', 'en', '48 min'],
    ['PT1H5M', 'en', '1 hr 5 min'],
    ['PT2H', 'de', '2 Std.'],
    ['PT40S', 'en', '40 sec'],
    ['PT0S', 'en', undefined],
    ['an hour', 'en', undefined],
  ])('of %s says in %s how long it is', (duration, lang, said) => {
    const { template, props } = cardOf(
      { '@type': 'PodcastEpisode', partOfSeries, episodeNumber: 12, duration },
      { lang },
    );
    expect(template).toBe('episode');
    expect(props).toMatchObject({ title: 'Low water', show: 'Cold Water', episode: '#12', kind: 'audio' });
    expect((props as { duration?: string }).duration).toBe(said);
  });

  it('to see is a video', () => {
    const { template, props } = cardOf({ '@type': 'VideoObject', duration: 'PT9M' }, { cover: '/a.png' });
    expect(template).toBe('episode');
    expect(props).toMatchObject({ kind: 'video', cover: '/a.png' });
  });

  it('of which nothing is known is a page like others', () => {
    expect(cardOf({ '@type': 'PodcastEpisode' }).template).toBe('plain');
  });
});

it.each(['Product', 'Book', 'Movie'])('a %s shows its picture, where it has one', (type) => {
  expect(cardOf({ '@type': type }, { cover: '/a.png' })).toMatchObject({
    template: 'article',
    props: { title: 'Low water', cover: '/a.png' },
  });
  expect(cardOf({ '@type': type }).template).toBe('plain');
});

it('a home page stays one, whatever it shows first', () => {
  const { template } = cardOf({ '@type': 'Event', startDate: '2026-12-05' }, { path: 'index.html' });
  expect(template).toBe('plain');
});

it('a project without these designs has the plain one', () => {
  const plain = new TemplateRegistry(
    templates.filter(({ name }) => name === 'plain'),
    { language: 'en' },
  );
  const site = { 'a.html': html({ title: 'A', heading: 'A' }) };
  const page = { ...judged(site)['a.html']!, subject: 'Event', details: { startsAt: '2026-12-05' } };
  expect(chooseCard(page, {}, plain)!.template).toBe('plain');
});
