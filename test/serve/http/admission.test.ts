import { h } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Template } from '../../../src/card/template.ts';
import { QueueFullError, RenderTimeoutError } from '../../../src/errors.ts';
import { plain } from '../../../templates/plain.tsx';
import { createResponder, secrets } from '../../support/services.ts';
import { fakeStore } from '../cache/support/stores.ts';

const asked = '?template=plain&title=Hello';
const json = { headers: { accept: 'application/json' } };
const refuse = () => {
  throw new QueueFullError();
};

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

/** The plain card, drawn as `parts` say. */
function drawnAs(parts: Partial<Pick<Template, 'prepare' | 'render'>>): Template {
  return { ...plain, ...parts };
}

describe('where there is no room', () => {
  it('a card is refused before its document is made', async () => {
    const render = vi.fn(() => h('h1', null, 'Hello'));
    const { ask, camera } = createResponder({ templates: [drawnAs({ render })] });
    camera.admit = refuse;
    const response = await ask(asked, json);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(render).not.toHaveBeenCalled();
  });

  it('what is in the cache is answered all the same', async () => {
    const { ask, camera } = createResponder();
    const tag = (await ask(asked)).headers.get('etag')!;
    camera.admit = refuse;
    expect((await ask(asked)).status).toBe(200);
    expect((await ask(asked, { headers: { 'if-none-match': tag } })).status).toBe(304);
  });

  it('a thousand who ask for one card take one place', async () => {
    const { ask, camera } = createResponder();
    const admit = vi.spyOn(camera, 'admit');
    const responses = await Promise.all(Array.from({ length: 1000 }, () => ask(asked)));
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200]));
    expect(admit).toHaveBeenCalledOnce();
    expect(camera.taken).toHaveLength(1);
  });

  it.each([
    ['was in the store', asked, {}, 200],
    ['the client has', asked, { headers: { 'if-none-match': '*' } }, 304],
    ['is not valid', `${asked}&size=huge`, json, 400],
  ])('a card that %s gives its place back', async (_what, query, init, status) => {
    const store = fakeStore();
    await createResponder({ store }).ask(asked);
    const { ask, camera } = createResponder({ store });
    expect((await ask(query, init)).status).toBe(status);
    expect(camera.taken).toEqual([]);
    expect(camera.awaited).toEqual(new Set());
  });

  it('a stranger is told apart from a card that was signed', async () => {
    const { ask, askPath, seal, camera } = createResponder({ config: { secrets } });
    const admit = vi.spyOn(camera, 'admit');
    await ask(asked);
    await askPath(await seal({ template: 'plain', props: { title: 'Signed' } }));
    expect(admit.mock.calls).toEqual([['unsigned'], ['signed']]);
  });
});

describe('a card that is late', () => {
  it('is not tried again for a minute, and others are', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { ask, camera } = createResponder({
      take: () => Promise.reject(new RenderTimeoutError(20_000)),
    });
    expect((await ask(asked, json)).status).toBe(504);
    expect((await ask(asked, json)).status).toBe(504);
    expect(camera.taken).toHaveLength(1);
    await ask('?template=plain&title=Another', json);
    expect(camera.taken).toHaveLength(2);
    vi.advanceTimersByTime(61_000);
    await ask(asked, json);
    vi.advanceTimersByTime(61_000);
    await ask(asked, json);
    expect(camera.taken).toHaveLength(3);
    vi.useRealTimers();
  });

  it('because its template never gets ready is given up in time', async () => {
    const endless = drawnAs({ prepare: () => new Promise(() => {}) });
    const { ask } = createResponder({ templates: [endless], config: { timeoutMs: 50 } });
    const response = await ask(asked, json);
    expect(response.status).toBe(504);
    expect(await response.json()).toMatchObject({ error: { code: 'render_timeout' } });
  });

  it('because its template loops without end is stopped, and the service goes on', async () => {
    const loops = () => {
      for (;;);
    };
    const { ask } = createResponder({ templates: [drawnAs({ render: loops })] });
    expect((await ask(asked, json)).status).toBe(504);
    expect((await ask(asked, json)).status).toBe(504);
  });
});
