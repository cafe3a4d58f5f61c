import { readdirSync } from 'node:fs';
import { processTree, proportionalSetSize } from '../../process-tree.js';
import { cardUrl, draw, otherThan, repeat } from '../ask.js';
import { temporaryFolderOf } from '../leftovers.js';
import { openFiles, portsOf } from '../ports.js';
import { atMost, is, none } from '../rows.js';
import { forAnybody, startServer } from '../server.js';
import { zombiesOf } from '../victims.js';

const width = 4;
const titles = [
  'Latin',
  'Ελληνικά',
  'Кириллица',
  '日本語のカード',
  'بطاقة',
  'हिन्दी',
  '한국어 카드',
  '🦉 owl',
];

/** Ten thousand cards, with browsers replaced among them: does anything grow? */
export async function leaks({ workspace, size }) {
  const environment = {
    ...forAnybody,
    CARDSTOCK_BROWSERS: '2',
    CARDSTOCK_RECYCLE_AFTER: size('500', '15'),
    CARDSTOCK_CACHE_MB: '20',
    CARDSTOCK_MEMORY_MB: '8',
  };
  const server = await startServer(workspace, { environment });
  const drawAll = (first, count) =>
    repeat(count, width, (n) => draw(cardUrl(server.origin, `${titles[n % titles.length]} ${first + n}`)));
  const answers = await drawAll(0, size(1_500, 40));
  const before = await lookAt(server, workspace);
  const count = size(10_000, 60);
  answers.push(...(await drawAll(100_000, count)));
  const after = await lookAt(server, workspace);
  const zombies = await zombiesOf(server.pid);
  const ports = portsOf(processTree(server.pid)).filter((port) => !server.origin.endsWith(`:${port}`));
  const { code } = await server.stop();
  const grown = (name) => after[name] - before[name];
  const megabytes = (name) => grown(name) / 1e6;
  return [
    none(`cards that did not come, of ${answers.length}`, otherThan([200], answers)),
    atMost(`heap grown over ${count} cards, MB`, megabytes('heapUsed'), 10),
    atMost('RSS of node grown, MB', megabytes('rss'), size(50, 120)),
    atMost('PSS of all processes grown, MB', megabytes('pss'), size(100, 300)),
    atMost('descriptors more', grown('descriptors'), 8),
    atMost('processes more', grown('processes'), size(0, 8)),
    atMost('temporary files more', grown('files'), size(0, 2)),
    none('zombies', zombies),
    none('ports beside its own', ports),
    is('ends with', code, 0),
  ];
}

async function lookAt(server, workspace) {
  const { rss, heapUsed } = await server.settle();
  const tree = processTree(server.pid);
  return {
    rss,
    heapUsed,
    pss: tree.map(proportionalSetSize).reduce((sum, bytes) => sum + bytes, 0),
    descriptors: openFiles(server.pid).length,
    processes: tree.length,
    files: readdirSync(temporaryFolderOf(workspace), { recursive: true }).length,
  };
}
