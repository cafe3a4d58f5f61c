import { randomBytes } from 'node:crypto';
import { h } from 'preact';
import { describe, expect, it } from 'vitest';
import type { Template } from '../../../src/card/template.ts';
import { queryUrl } from '../../../src/serve/url/query-url.ts';
import { signedUrl } from '../../../src/serve/url/signed-url.ts';
import { article } from '../../../templates/article.tsx';
import { plain } from '../../../templates/plain.tsx';
import { createResponder, secrets } from '../../support/services.ts';

const hello = { template: 'plain', props: { title: 'Hello' } };
const other = { template: 'article', props: { title: 'Hello' } };
const redesigned = { ...plain, css: `${plain.css}h1{color:red}` } as Template;

describe('a sealed URL', () => {
  it('is plain text of the safest kind, with the extension of its file', async () => {
    const { seal } = createResponder({ config: { secrets } });
    expect(await seal(hello)).toMatch(/^\/og\/[\w-]+\.jpg\?sig=[0-9a-f]{64}$/);
    expect(await seal({ ...hello, format: 'png' })).toMatch(/^\/og\/[\w-]+\.png\?/);
    expect(await seal({ ...hello, format: 'webp' }, { expiresAt: 2e9 })).toMatch(
      /\.webp\?exp=2000000000&sig=/,
    );
  });

  it('shows the card it was made of', async () => {
    const { seal, askPath, camera } = createResponder();
    const card = { template: 'article', props: { title: 'C++ & C#', tags: ['a,b', 'c'] }, variant: 'square' };
    expect((await askPath(await seal(card))).status).toBe(200);
    expect(camera.taken[0]).toContain('C++ &amp; C#');
    expect(camera.taken[0]).toContain('>a,b<');
    expect(camera.taken[0]).toContain('data-variant="square"');
  });

  it('is kept for good', async () => {
    const { seal, askPath } = createResponder();
    const response = await askPath(await seal(hello));
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('changes with its template and with no other', async () => {
    const today = createResponder();
    const tomorrow = createResponder({ templates: [article, redesigned] });
    expect(await tomorrow.seal(hello)).not.toBe(await today.seal(hello));
    expect(await tomorrow.seal(other)).toBe(await today.seal(other));
  });

  it('of an old design shows the design of today, for an hour', async () => {
    const old = await createResponder().seal(hello);
    const { askPath, camera } = createResponder({ templates: [redesigned] });
    const response = await askPath(old);
    expect(response.status).toBe(200);
    expect(camera.taken[0]).toContain('h1{color:red}');
    expect(response.headers.get('cache-control')).toBe('public, max-age=3600');
  });

  it.each([
    ['a query of its own', (path: string) => `${path}?title=other`, 400],
    ['another extension', (path: string) => path.replace('.jpg', '.gif'), 400],
    ['no extension', (path: string) => path.replace('.jpg', ''), 400],
    ['a folder more', (path: string) => path.replace('/og/', '/og/a/'), 400],
    ['a letter less', (path: string) => path.replace('.jpg', '').slice(0, -1) + '.jpg', 400],
    [
      'an unknown template',
      async () =>
        createResponder({ templates: [{ ...plain, name: 'gone' }] }).seal({
          ...hello,
          template: 'gone',
        }),
      404,
    ],
  ])('with %s, and unsigned, is a bad request', async (_name, change, status) => {
    const { seal, askPath, camera } = createResponder();
    const response = await askPath(await change(await seal(hello)));
    expect(response.status).toBe(status);
    expect(camera.taken).toEqual([]);
  });

  it('of a card that does not fit into one is refused when it is made', async () => {
    const picture = `data:image/png;base64,${randomBytes(9_000).toString('base64')}`;
    const card = { template: 'article', props: { title: 'x', author: 'y', avatar: picture } };
    await expect(createResponder().seal(card)).rejects.toThrow('at most 8192 bytes');
  });
});

describe('a second request', () => {
  it('is answered from memory, byte for byte, and says so', async () => {
    const { ask, camera } = createResponder();
    const [first, second] = [
      await ask('?template=plain&title=Hello'),
      await ask('?template=plain&title=Hello'),
    ];
    expect(first.headers.get('cache-status')).toBe('cardstock; fwd=uri-miss');
    expect(second.headers.get('cache-status')).toBe('cardstock; hit; detail=memory');
    expect(await second.text()).toBe(await first.text());
    expect(camera.taken).toHaveLength(1);
  });

  it('finds the picture whichever way its card was spelled', async () => {
    const { ask, askPath, seal, camera } = createResponder();
    await ask('?template=article&title=Hello&tags=a,%20b&theme=light');
    await ask('?tags=a,b&title=%20Hello&template=article&variant=og');
    await askPath(await seal({ template: 'article', props: { title: 'Hello', tags: ['a', 'b'] } }));
    expect(camera.taken).toHaveLength(1);
  });

  it('shares the picture with those who ask at the same time', async () => {
    const { ask, camera } = createResponder();
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, () => ask('?template=plain&title=Hello')),
    );
    expect(camera.taken).toHaveLength(1);
    const statuses = answers.map(({ headers }) => headers.get('cache-status'));
    expect(statuses.filter((status) => status === 'cardstock; fwd=uri-miss')).toHaveLength(1);
    expect(statuses.filter((status) => status === 'cardstock; fwd=uri-miss; collapsed')).toHaveLength(999);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  });

  it('tells since when the picture exists, and its age where that is all its life', async () => {
    const { askPath, seal } = createResponder();
    const url = await seal(hello);
    const [first, second] = [await askPath(url), await askPath(url)];
    expect(Date.parse(first.headers.get('last-modified')!)).toBeGreaterThan(Date.now() - 60_000);
    expect(first.headers.get('age')).toBeNull();
    expect(second.headers.get('age')).toBe('0');
    expect((await askPath(queryUrl(hello))).headers.get('age')).toBeNull();
  });
});

describe('a card of which something was not ready in time', () => {
  it('is kept for a minute, and is another one as soon as it is ready', async () => {
    let isReady = false;
    const slow = {
      ...plain,
      prepare: () => Promise.resolve({ isProvisional: !isReady }),
      render: () => h('h1', null, isReady ? 'Hello' : 'Soon'),
    } as Template;
    const { ask, camera } = createResponder({
      config: { production: true, allowUnsigned: true },
      templates: [slow],
    });
    const early = await ask('?template=plain&title=Hello');
    expect(early.headers.get('cache-control')).toBe('public, max-age=60');
    isReady = true;
    const late = await ask('?template=plain&title=Hello');
    expect(late.headers.get('cache-control')).toContain('max-age=3600');
    expect(late.headers.get('etag')).not.toBe(early.headers.get('etag'));
    expect(camera.taken[1]).toContain('Hello');
  });
});

describe("Netlify's own cache", () => {
  const netlify = { netlify: true, production: true, secrets, allowUnsigned: false };

  it('is told what to share, what to part by and what to purge by', async () => {
    const { askPath, seal } = createResponder({ config: netlify });
    const { headers } = await askPath(await seal({ ...hello, variant: 'og@2x' }));
    expect(headers.get('netlify-cdn-cache-control')).toBe('public, durable, max-age=31536000, immutable');
    expect(headers.get('netlify-vary')).toBe('query=exp|sig');
    expect(headers.get('netlify-cache-tag')).toBe('cardstock,template-plain,variant-og@2x');
  });

  it('parts readable URLs by all they say', async () => {
    const { askPath } = createResponder({ config: netlify });
    const { headers } = await askPath(signedUrl(queryUrl(hello), secrets[0]));
    expect(headers.get('netlify-vary')).toBe('query');
    expect(headers.get('netlify-cdn-cache-control')).toMatch(/^public, durable, max-age=3600/);
  });

  it('is not spoken of elsewhere', async () => {
    const { headers } = await createResponder().ask('?template=plain&title=Hello');
    expect([...headers.keys()].filter((name) => name.startsWith('netlify'))).toEqual([]);
  });
});

describe('any other cache', () => {
  it('is told what to purge by, in production', async () => {
    const { askPath, seal } = createResponder({
      config: { production: true, secrets, allowUnsigned: false },
    });
    const url = await seal({ ...hello, variant: 'og@2x' });
    expect((await askPath(url)).headers.get('cache-tag')).toBe('cardstock,template-plain,variant-og@2x');
  });

  it('is told nothing at home, nor on Netlify', async () => {
    const home = await createResponder().ask('?template=plain&title=Hello');
    const { askPath, seal } = createResponder({ config: { netlify: true, production: true, secrets } });
    for (const { headers } of [home, await askPath(await seal(hello))]) {
      expect(headers.get('cache-tag')).toBeNull();
    }
  });
});
