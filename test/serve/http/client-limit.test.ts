import { expect, it } from 'vitest';
import { TooManyRequestsError } from '../../../src/errors.ts';
import { answerCard } from '../../../src/serve/http/answer-card.ts';
import { rememberClient } from '../../../src/serve/http/client.ts';
import { ClientLimit } from '../../../src/serve/http/client-limit.ts';
import { createResponder, origin, renderer, secrets } from '../../support/services.ts';

const spent = (limit: ClientLimit, ...clients: readonly string[]) =>
  clients.map((client) => {
    try {
      limit.spend(client);
      return 'free';
    } catch (error) {
      expect(error).toBeInstanceOf(TooManyRequestsError);
      return 'held';
    }
  });

it('each address has its own share', () => {
  expect(spent(new ClientLimit(1), '192.0.2.1', '192.0.2.2', '192.0.2.1')).toEqual(['free', 'free', 'held']);
});

it('a network of IPv6 has one share, however its addresses are written', () => {
  const limit = new ClientLimit(1);
  const ways = [
    '2001:db8::1',
    '2001:db8:0:0:ffff::2',
    '2001:db8:0:0:1:2:3:4',
    '2001:db8:0:1::1',
    '::1',
    '::2',
  ];
  expect(spent(limit, ...ways)).toEqual(['free', 'held', 'held', 'free', 'free', 'held']);
  expect(spent(limit, '::ffff:192.0.2.1', '::ffff:192.0.2.2')).toEqual(['free', 'free']);
});

it('whatever a proxy passes on that is no address has one share, and is not kept', () => {
  const made = ['unknown', 'x'.repeat(10_000), '1:2:3:4:5:6:7:8::9', 'a::b::c', '_hidden'];
  expect(spent(new ClientLimit(1), ...made)).toEqual(['free', 'held', 'held', 'held', 'held']);
});

it('an address that is refused too often hears that, and pays for nobody behind a good signature', async () => {
  const { services, seal, camera } = createResponder({ config: { secrets, allowUnsigned: false } });
  const limited = { ...services, limit: new ClientLimit(2) };
  const ask = async (url: string) => {
    const request = rememberClient(new Request(url, { headers: { accept: 'text/plain' } }), '192.0.2.1');
    return (await answerCard(request, limited)).status;
  };
  const unsigned = `${renderer}?template=plain&title=Hello`;
  expect([await ask(unsigned), await ask(unsigned), await ask(unsigned)]).toEqual([403, 403, 429]);
  expect(camera.taken).toEqual([]);
  const signed = origin + (await seal({ template: 'plain', props: { title: 'Hello' } }));
  expect([await ask(signed), await ask(signed), await ask(signed)]).toEqual([200, 200, 200]);
});

it('an address that asks without a signature, where it may, is held back too', async () => {
  const { services, camera } = createResponder({ config: { allowUnsigned: true } });
  const limited = { ...services, limit: new ClientLimit(2) };
  const ask = async (title: string) => {
    const request = rememberClient(new Request(`${renderer}?template=plain&title=${title}`), '192.0.2.1');
    return (await answerCard(request, limited)).status;
  };
  expect([await ask('A'), await ask('B'), await ask('C')]).toEqual([200, 200, 429]);
  expect(camera.taken).toHaveLength(2);
});
