import { describe, expect, it } from 'vitest';
import { LoadShed } from '../../../src/serve/http/load-shed.ts';
import { LoopLag } from '../../../src/system/loop-lag.ts';
import { createResponder, secrets } from '../../support/services.ts';

const json = { headers: { accept: 'application/json' } };

/** A service that lets unsigned requests in, and whose loop is as late as is said. */
function serve() {
  const lag = { ms: 0, close: () => {} };
  const responder = createResponder({ config: { secrets, allowUnsigned: true, production: true } });
  Object.assign(responder.services, { loadShed: new LoadShed(100, lag) });
  const signed = async (title: string) =>
    responder.askPath(await responder.seal({ template: 'plain', props: { title } }), json);
  const unsigned = (title: string) => responder.ask(`?template=plain&title=${title}`, json);
  return { ...responder, lag, signed, unsigned };
}

describe('while the event loop is late', () => {
  it('new cards of strangers are refused first, then those that are signed', async () => {
    const { lag, signed, unsigned, camera } = serve();
    const statuses = [];
    for (const ms of [90, 110, 210, 0]) {
      lag.ms = ms;
      statuses.push([(await unsigned(`A${ms}`)).status, (await signed(`B${ms}`)).status]);
    }
    expect(statuses).toEqual([
      [200, 200],
      [503, 200],
      [503, 503],
      [200, 200],
    ]);
    expect(camera.taken).toHaveLength(5); // nothing was begun for those that were refused
  });

  it('what is in the cache is answered, with its picture or with 304', async () => {
    const { lag, signed, unsigned, ask } = serve();
    const tag = (await unsigned('Owls')).headers.get('etag')!;
    await signed('Bats');
    lag.ms = 10_000;
    expect((await unsigned('Owls')).status).toBe(200);
    expect((await signed('Bats')).status).toBe(200);
    const known = await ask('?template=plain&title=Owls', { headers: { 'if-none-match': tag } });
    expect(known.status).toBe(304);
  });

  it('who is refused is told when to come again, and a crawler gets a picture that nobody keeps', async () => {
    const { lag, ask, unsigned } = serve();
    lag.ms = 10_000;
    const refused = await unsigned('Owls');
    expect([refused.headers.get('retry-after'), await refused.json()]).toEqual([
      '1',
      { error: { code: 'overloaded', message: 'The server is busy. Try again shortly.' } },
    ]);
    const crawler = await ask('?template=plain&title=Owls', { headers: { 'user-agent': 'Twitterbot/1.0' } });
    expect([crawler.status, crawler.headers.get('cache-control')]).toEqual([200, 'no-store']);
  });
});

/** Holds the loop again and again. */
async function hold(times: number, ms: number): Promise<void> {
  for (let count = 0; count < times; count++) {
    const until = performance.now() + ms;
    while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

describe('the lag of a loop', () => {
  it('is known when it has lasted', async () => {
    const lag = new LoopLag();
    for (let window = 0; window < 3; window++) {
      await hold(4, 200);
      void lag.ms;
    }
    expect(lag.ms).toBeGreaterThan(50);
    lag.close();
  });

  it('is none because of one thing that held it once', async () => {
    const lag = new LoopLag();
    await hold(1, 1_000);
    expect(lag.ms).toBe(0);
    lag.close();
  });
});
