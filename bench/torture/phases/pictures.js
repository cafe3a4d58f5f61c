import { ask, cardUrl, draw, otherThan, repeat, statuses } from '../ask.js';
import { bomb } from '../bombs.js';
import { peakOf } from '../memory.js';
import { atMost, is, none, timed } from '../rows.js';
import { sealed } from '../sealed.js';
import { forAnybody, startServer } from '../server.js';

const svg = (inner) => ['image/svg+xml', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${inner}`)];
const png = (shape) => ['image/png', bomb(shape)];

/** Each below what a card may weigh in a URL, and far larger when it is unpacked. */
const kinds = {
  wide: png({ width: 40_000_000, height: 1 }),
  high: png({ width: 1, height: 20_000_000 }),
  'large and flat': png({ width: 6_000, height: 6_000 }),
  'more than it says': png({ width: 65_535, height: 65_535 }),
  'cut off': ['image/png', bomb({ width: 100, height: 100 }).subarray(0, 60)],
  'a drawing without end': svg(`width="1" height="1">${'<g filter="url(#f)">'.repeat(2_000)}`),
  'a drawing of drawings': svg(
    `viewBox="0 0 9 9"><g id="a">${'<use href="#a"/>'.repeat(50)}</g>${'<use href="#a"/>'.repeat(50)}</svg>`,
  ),
  'a large drawing': svg('width="900000" height="900000"><rect width="9e5" height="9e5"/></svg>'),
};

/** Pictures that unpack to more than there is room for: beside them others have their cards. */
export async function pictures({ workspace, size }) {
  const environment = { ...forAnybody, CARDSTOCK_BROWSERS: '1' };
  const server = await startServer(workspace, { environment });
  await ask(cardUrl(server.origin, 'first'));
  const before = await server.settle();
  const peak = peakOf(server.pid);
  const urls = Object.values(kinds).map(([type, bytes]) => {
    const portrait = `data:${type};base64,${bytes.toString('base64')}`;
    return (n) => `${server.origin}${sealed(['profile', { name: `a${n}`, portrait }])}`;
  });
  const bombs = repeat(size(10, 2) * urls.length, 8, (n) => ask(urls[n % urls.length](n)));
  const beside = await repeat(size(40, 8), 1, (n) => draw(cardUrl(server.origin, `beside ${n}`)));
  const answers = await bombs;
  const grownMegabytes = (peak() - before.rss) / 1e6;
  const isAlive = server.isAlive();
  await server.stop();
  return [
    is('lives, whatever is unpacked', isAlive, true),
    atMost(`memory of node grown by ${answers.length} bombs at most, MB`, grownMegabytes, size(300, 500)),
    none(
      'bombs without an answer',
      statuses(answers).filter((status) => typeof status !== 'number'),
    ),
    none('cards beside them that did not come', otherThan([200], beside)),
    timed(atMost('cards beside them took at most, ms', Math.max(...beside.map(({ ms }) => ms)), 2_000)),
  ];
}
