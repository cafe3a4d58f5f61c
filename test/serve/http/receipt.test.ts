import { describe, expect, it, vi } from 'vitest';
import type { Receipt } from '../../../src/serve/explain/receipt.ts';
import { answerCard } from '../../../src/serve/http/answer-card.ts';
import { queryUrl, receiptUrl } from '../../../src/serve/url/query-url.ts';
import { signedUrl } from '../../../src/serve/url/signed-url.ts';
import { toResponse } from '../../../src/serve/http/answer.ts';
import type { Config } from '../../../src/config.ts';
import { createResponder, origin, secrets } from '../../support/services.ts';

const hello = queryUrl({ template: 'plain', props: { title: 'Hello & goodbye' } });
const closed = { secrets, allowUnsigned: false, production: true };
const receipt = { template: 'plain', variant: 'og', image: { format: 'jpeg' } } as Receipt;

/** A server whose receipts say little, with a count of them. */
function create(config: Partial<Config> = {}) {
  const { services, seal, camera } = createResponder({ config });
  const explain = vi.fn(() => Promise.resolve(receipt));
  const ask = async (path: string, init?: RequestInit) =>
    toResponse(await answerCard(new Request(`${origin}${path}`, init), { ...services, explain }));
  return { ask, explain, seal, camera };
}

describe('a readable URL with &explain', () => {
  it.each([
    ['at home, without a signature', {}, `${hello}&explain`],
    ['at home, before all else', {}, hello.replace('?', '?explain&')],
    ['at home, among what a network added', {}, `${hello}&explain=&fbclid=x`],
    ['in production, signed', closed, signedUrl(receiptUrl(hello), secrets[1])],
    ['signed for a day', closed, signedUrl(receiptUrl(hello), secrets[0], { expiresAt: 99_999_999_999 })],
  ])('tells all of the card as JSON that nobody keeps, %s', async (_name, config, url) => {
    const { ask, explain, camera } = create(config);
    const response = await ask(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('etag')).toBeNull();
    expect(await response.json()).toEqual(receipt);
    const asked = { template: 'plain', props: { title: 'Hello & goodbye' } };
    expect(explain).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(asked), expect.anything());
    expect(camera.taken).toEqual([]);
  });

  it.each([
    ['without a signature', closed, `${hello}&explain`],
    ['of a production that draws for anyone', { ...closed, allowUnsigned: true }, `${hello}&explain`],
    ['appended to a signature', closed, `${signedUrl(hello, secrets[0])}&explain=`],
    [
      'put before a signature of the picture',
      closed,
      signedUrl(hello, secrets[0]).replace('&sig=', '&explain=&sig='),
    ],
    ['signed by somebody else', closed, signedUrl(receiptUrl(hello), 'x'.repeat(40))],
  ])('is refused with 403 in words, %s', async (_name, config, url) => {
    const { ask, explain } = create(config);
    for (const accept of ['*/*', 'application/json', 'image/webp,*/*']) {
      const response = await ask(url, { headers: { accept } });
      expect(response.status).toBe(403);
      expect(response.headers.get('content-type')).not.toContain('image/');
    }
    expect(explain).not.toHaveBeenCalled();
  });

  it('is refused after its day', async () => {
    const { ask, explain } = create(closed);
    const url = signedUrl(receiptUrl(hello), secrets[0], { expiresAt: 1_000_000 });
    expect((await ask(url)).status).not.toBe(200);
    expect(explain).not.toHaveBeenCalled();
  });

  it('is no receipt at a sealed URL, nor where the word has a value', async () => {
    const { ask, explain, seal } = create();
    const sealed = await seal({ template: 'plain', props: { title: 'Hello' } });
    expect((await ask(`${sealed}?explain=`, { headers: { accept: 'application/json' } })).status).toBe(400);
    expect((await ask(`${hello}&explain=x`, { headers: { accept: 'application/json' } })).status).toBe(400);
    expect((await ask(hello)).headers.get('content-type')).toBe('image/jpeg');
    expect(explain).not.toHaveBeenCalled();
  });

  it('says what is wrong with a card, and gives no picture in its place', async () => {
    const { services } = createResponder();
    const late = { ...services, explain: () => new Promise<Receipt>(() => {}) };
    const config = { ...services.config, timeoutMs: 20 };
    const answer = await answerCard(new Request(`${origin}${hello}&explain`), { ...late, config });
    expect(answer.status).toBe(504);
    expect(answer.headers['content-type']).not.toContain('image/');
  });
});
