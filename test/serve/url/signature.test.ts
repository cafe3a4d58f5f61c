import { expect, it } from 'vitest';
import { keyId, sign, signerOf } from '../../../src/serve/url/signature.ts';
import { signedUrl } from '../../../src/serve/url/signed-url.ts';

const published = '6293f9144b4e9adc83416d1b059abcac750bf05b2c5c99ea72fd47cc9c2ace34';

it('is the one Cloudflare publishes for its example', () => {
  expect(sign('/hello/world', 'this is a secret')).toBe(published);
});

it('is found to be of the secret that made it, wherever that stands in the list', () => {
  const secrets = ['another secret', 'this is a secret'];
  expect(signerOf('/hello/world', published, secrets)).toBe('this is a secret');
  expect(signerOf('/hello/world', published, secrets.toReversed())).toBe('this is a secret');
});

it.each([
  ['another path', '/hello/worlds', published, ['this is a secret']],
  ['no secret', '/hello/world', published, []],
  ['another secret', '/hello/world', published, ['this is a Secret']],
  ['capital letters', '/hello/world', published.toUpperCase(), ['this is a secret']],
  ['half of it', '/hello/world', published.slice(0, 32), ['this is a secret']],
  ['more of it', '/hello/world', `${published}00`, ['this is a secret']],
  ['nothing', '/hello/world', '', ['this is a secret']],
])('is not accepted with %s', (_name, path, signature, secrets) => {
  expect(signerOf(path, signature, secrets)).toBeUndefined();
});

it('is the last parameter, behind the date it covers', () => {
  const url = signedUrl('/a?b=c', 'this is a secret', { expiresAt: 1_900_000_000.7 });
  expect(url).toBe(`/a?b=c&exp=1900000000&sig=${sign('/a?b=c&exp=1900000000', 'this is a secret')}`);
  expect(signedUrl('/a', 'this is a secret')).toBe(`/a?sig=${sign('/a', 'this is a secret')}`);
});

it('is left out without a secret', () => {
  expect(signedUrl('/a', undefined)).toBe('/a');
});

it('is followed in the log by a name of its key that does not tell the key', () => {
  expect(keyId('this is a secret')).toMatch(/^[0-9a-f]{8}$/);
  expect(keyId('this is a secret')).not.toBe(keyId('this is a Secret'));
});
