import { randomBytes } from 'node:crypto';
import { ask, otherThan, repeat, statuses } from '../ask.js';
import { atMost, none, timed } from '../rows.js';
import { sealed } from '../sealed.js';
import { forAnybody, startServer } from '../server.js';

const card = '/.netlify/functions/gen-opengraph-image?template=';
/** To be told `304` costs a document, and no photograph. */
const known = { method: 'HEAD', headers: { 'if-none-match': '*' } };
const numbered = (letters, n) => letters + String(n).padStart(7, '0');

/** What nobody signed and nobody means well with, each time another one. */
const kinds = [
  (n) => [`${card}event&title=a&lang=en-x-${numbered('', n)}`, known],
  (n) => [`${card}event&title=a&lang=${threeLetters(n)}-Latn-x-${'abcdefgh-'.repeat(20)}a`, known],
  (n) => [`${card}plain&title=${numbered('a', n)}`, known],
  (n) => [`${card}plain&title=${encodeURIComponent(String.fromCodePoint(0x4e00 + (n % 20_000)))}${n}`, known],
  (n) => [`${card}plain&title=a&${numbered('x'.repeat(4_000), n)}=1`],
  (n) => [`${card}plain&title=${numbered('a'.repeat(5_000), n)}`],
  (n) => [`${card}${numbered('t'.repeat(2_000), n)}&title=a`],
  (n) => [`${card}code&syntax=cpp&code=${encodeURIComponent(`${'<'.repeat(300)}${n}`)}`, known],
  (n) => [`${card}profile&name=a&portrait=https://h${n}.example/${'p'.repeat(1_000)}`, known],
  (n) => [
    sealed(['profile', { name: 'a', portrait: `data:image/png;base64,${numbered('A'.repeat(60_000), n)}` }]),
  ],
  (n) => [sealed(['plain', { title: numbered('a', n), [numbered('p'.repeat(30_000), n)]: 'x' }])],
  () => [`/og/${randomBytes(200).toString('base64url')}.png`],
  () => [`/${randomBytes(2_000).toString('base64url')}`],
  (n) => [`${card}plain&title=a`, { ...known, headers: headersOf(n) }],
];

/** Half a second of another thread each: rarely, or nothing else would be measured. */
const slow = (n) => [
  `${card}code&syntax=go&code=${encodeURIComponent(`type a struct{${'a'.repeat(50)}\n// ${n}`)}`,
  known,
];
const everyRequests = 500;

/** Twenty thousand requests of strangers: nothing that they send may stay. */
export async function strangers({ workspace, size }) {
  const environment = { ...forAnybody, CARDSTOCK_BROWSERS: '1' };
  const server = await startServer(workspace, { environment });
  await hostile(server, 0, size(5_000, 70)); // code is compiled, tables are made
  const before = await settled(server);
  const count = size(20_000, 210);
  const answers = await hostile(server, 1_000_000, count);
  const after = await settled(server);
  const heldMs = await heldByOne(server, kinds.length * size(20, 1));
  await server.stop();
  return [
    atMost(`RSS growth over ${count} hostile requests, MB`, (after.rss - before.rss) / 1e6, size(50, 150)),
    atMost('their heap growth, MB', (after.heapUsed - before.heapUsed) / 1e6, 30),
    timed(atMost('event loop held by one of them at most, ms', heldMs, 50)),
    none(
      'without an answer',
      statuses(answers).filter((status) => typeof status !== 'number'),
    ),
    none('answered with a fault of ours', otherThan([304, 400, 403, 404, 410, 414, 422, 503], answers)),
  ];
}

/** With its thread of colours alive, which those that were slow have ended. */
async function settled(server) {
  await repeat(4, 1, (n) => ask(`${server.origin}${card}code&syntax=cpp&code=int+n${n}`, known));
  return server.settle();
}

function hostile({ origin }, first, count) {
  return repeat(count, 16, (n) => {
    const kind = n % everyRequests === 0 ? slow : kinds[n % kinds.length];
    const [path, options] = kind(first + n);
    return ask(origin + path, options);
  });
}

function threeLetters(n) {
  return [n, n / 26, n / 676].map((value) => String.fromCharCode(97 + (Math.floor(value) % 26))).join('');
}

/** One after another: what several hold together is a matter of load. */
async function heldByOne(server, count) {
  await server.look();
  await repeat(count, 1, (n) => {
    const [path, options] = kinds[n % kinds.length](2_000_000 + n);
    return ask(server.origin + path, options);
  });
  return (await server.look()).heldMs;
}

function headersOf(n) {
  return {
    'if-none-match': '*',
    'accept-language': numbered('en-x-'.padEnd(500, 'a'), n),
    'x-forwarded-for': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
    'x-request-id': numbered('r'.repeat(2_000), n),
    traceparent: `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`,
  };
}
