import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import * as z from 'zod';
import { altOf } from '../../src/card/alt.ts';
import { renderDocument } from '../../src/card/document.ts';
import { TemplateRegistry } from '../../src/card/registry.ts';
import { resolveCard } from '../../src/card/resolve.ts';
import { defineTemplate, type LoadContext } from '../../src/card/template.ts';
import { DataUnavailableError } from '../../src/errors.ts';
import { Cardstock } from '../../src/index.ts';
import { createResponder, secrets } from '../support/services.ts';

interface Stars {
  readonly stars: number;
}
type Load = (props: { repo: string; tone: 'light' | 'dark' }, context: LoadContext) => Promise<Stars>;

const starsTemplate = (load: Load, dataMaxAgeSeconds = 600) =>
  defineTemplate({
    name: 'stars',
    props: z.strictObject({ repo: z.string(), tone: z.enum(['light', 'dark']).default('light') }),
    dataMaxAgeSeconds,
    load: (props, context) => load(props, context),
    alt: ({ repo }, { data }) => `${repo} has ${data.stars} stars`,
    render: ({ repo }, { data }) => {
      expectTypeOf(data).toEqualTypeOf<Stars>();
      return `<p>${repo} ★ ${data.stars}</p>`;
    },
  });

const card = { template: 'stars', props: { repo: 'a/b' } };
const registry = (load: Load, loadTimeoutMs = 5_000) =>
  new TemplateRegistry([starsTemplate(load)], { loadTimeoutMs });
const query = '?template=stars&repo=a/b';

describe('the data of a card', () => {
  it('reaches its picture and its alt', async () => {
    const resolved = await resolveCard(
      card,
      registry(() => Promise.resolve({ stars: 5 })),
    );
    expect(renderDocument(resolved).html).toContain('a/b ★ 5');
    expect(altOf(resolved)).toBe('a/b has 5 stars');
  });

  it('is loaded once for all who ask at the same time and after, and again for other props', async () => {
    const load = vi.fn<Load>(() => Promise.resolve({ stars: 5 }));
    const templates = registry(load);
    const same = [card, card, { ...card, props: { repo: ' a/b ', tone: 'light' } }];
    await Promise.all(same.map((request) => resolveCard(request, templates)));
    await resolveCard(card, templates);
    expect(load).toHaveBeenCalledTimes(1);
    await resolveCard({ ...card, props: { repo: 'c/d' } }, templates);
    expect(load).toHaveBeenCalledTimes(2);
    expect(load.mock.calls[1]![0]).toEqual({ repo: 'c/d', tone: 'light' });
  });

  it('is kept as far as memory allows, the latest first', async () => {
    const load = vi.fn<Load>(({ repo }) => Promise.resolve({ stars: 5, readme: repo.repeat(1_000_000) }));
    const templates = registry(load);
    const ask = (repo: string) => resolveCard({ ...card, props: { repo } }, templates);
    for (let count = 10; count < 30; count++) await ask(`a${count}`); // 60 MB
    await ask('a29');
    expect(load).toHaveBeenCalledTimes(20);
    await ask('a10');
    expect(load).toHaveBeenCalledTimes(21);
  });

  it('is loaded again when it has grown old, and a failure sooner', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      let isDown = false;
      const load = vi.fn<Load>(() =>
        isDown ? Promise.reject(new Error('down')) : Promise.resolve({ stars: 5 }),
      );
      const templates = registry(load);
      const after = async (seconds: number) => {
        vi.advanceTimersByTime(seconds * 1_000);
        await resolveCard(card, templates).catch(() => {});
        return load.mock.calls.length;
      };
      expect(await after(0)).toBe(1);
      expect(await after(599)).toBe(1);
      isDown = true;
      expect(await after(2)).toBe(2);
      expect(await after(29)).toBe(2);
      expect(await after(2)).toBe(3);
    } finally {
      vi.useRealTimers();
    }
  });

  it.each<[string, Load, string]>([
    [
      'rejects',
      () => Promise.reject(new Error('503')),
      'Template "stars": its data could not be loaded: 503',
    ],
    [
      'throws at once',
      () => {
        throw new Error('no key');
      },
      'no key',
    ],
    ['never ends', () => new Promise(() => {}), 'it was not ready within 20 ms (CARDSTOCK_LOAD_TIMEOUT_MS)'],
  ])('is a failure where its load %s', async (_name, load, message) => {
    const resolving = resolveCard(card, registry(load, 20));
    await expect(resolving).rejects.toThrow(DataUnavailableError);
    await expect(resolving).rejects.toThrow(message);
  });

  it('is told to stop when its time is over', async () => {
    let seen: AbortSignal | undefined;
    const load: Load = (_props, { signal }) => {
      seen = signal;
      return new Promise(() => {});
    };
    await resolveCard(card, registry(load, 20)).catch(() => {});
    expect(seen?.aborted).toBe(true);
  });
});

describe('a card with data, asked for', () => {
  const start = (load: Load, production = true) =>
    createResponder({
      templates: [starsTemplate(load)],
      config: { production, allowUnsigned: true, secrets },
    });

  it('has another key when the data is other', async () => {
    const [five, six] = await Promise.all(
      [5, 6].map((stars) => start(() => Promise.resolve({ stars })).ask(query)),
    );
    expect(five!.status).toBe(200);
    expect(five!.headers.get('etag')).not.toBe(six!.headers.get('etag'));
  });

  it('is kept as long as its data, and no cache may call it immutable', async () => {
    const { ask, askPath, seal } = start(() => Promise.resolve({ stars: 5 }));
    const readable = await ask(query);
    const sealed = await askPath(await seal(card));
    expect(readable.headers.get('cache-control')).toBe('public, max-age=600');
    expect(sealed.headers.get('cache-control')).toBe('public, max-age=600');
  });

  it('has another sealed URL with other data, so that crawlers ask again', async () => {
    const [five, six] = await Promise.all(
      [5, 6].map((stars) => start(() => Promise.resolve({ stars })).seal(card)),
    );
    expect(five).not.toBe(six);
  });

  it('is the fallback picture for a crawler where its load fails, and a word for others', async () => {
    const { ask, camera } = start(() => Promise.reject(new Error('secret host is down')));
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const crawler = await ask(query, { headers: { 'user-agent': 'Twitterbot/1.0' } });
    expect([crawler.status, crawler.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(crawler.headers.get('cache-status')).toContain('data_unavailable');
    expect(crawler.headers.get('cache-control')).toBe('public, max-age=60');
    const stranger = await ask(query, { headers: { accept: 'application/json' } });
    expect(stranger.status).toBe(502);
    expect(await stranger.text()).toContain('The data of this card could not be had.');
    expect(camera.taken).toEqual([]);
  });

  it('says why at home', async () => {
    const { ask } = start(() => Promise.reject(new Error('503 of example.com')), false);
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await (await ask(query)).text()).toContain('its data could not be loaded: 503 of example.com');
  });

  it('is led on by the redirect even where its load fails: the picture of bad times is at the other end', async () => {
    const { redirect } = start(() => Promise.reject(new Error('down')));
    const response = await redirect(`/.netlify/functions/process-url${query}`);
    expect(response.status).toBe(302);
  });
});

it('whoever makes URLs and tags has the data too', async () => {
  const cardstock = new Cardstock({
    templates: [starsTemplate(() => Promise.resolve({ stars: 5 }))],
    environment: { OG_SITE_URL: 'https://example.com', OG_SECRETS: secrets[0]! },
  });
  expect(await cardstock.openGraph(card)).toMatchObject({ alt: 'a/b has 5 stars' });
  expect(await cardstock.draft(card)).toMatchObject({ alt: 'a/b has 5 stars' });
  expect(await cardstock.redirectUrl(card)).toContain('repo=a%2Fb');
  await cardstock.close();
});
