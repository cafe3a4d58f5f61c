import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ask, cardUrl, draw, otherThan, repeat, statuses, untilWell } from '../ask.js';
import { watchTree } from '../memory.js';
import { atMost, is, none } from '../rows.js';
import { forAnybody, startServer } from '../server.js';
import { processesOf } from '../victims.js';

const titles = [
  'Latin words',
  '日本語のカードと漢字'.repeat(8),
  '한국어 카드'.repeat(8),
  '繁體中文的卡片'.repeat(8),
  'بطاقة عربية'.repeat(6),
  'हिन्दी कार्ड'.repeat(6),
  'தமிழ் அட்டை'.repeat(6),
  'ไทยการ์ด'.repeat(6),
  '🦉🌍🎉👩🏽‍💻🏳️‍🌈'.repeat(5),
  'Ελληνικά и кириллица',
];
/** What `docs/operations.md` says of one browser. */
const guidanceMegabytes = 1_000;
const marginMegabytes = 30;

/** As much as the guidance says, and then less than a renderer needs. */
export async function memoryLimit({ workspace, size }) {
  const environment = { ...forAnybody, CARDSTOCK_BROWSERS: '1' };
  const server = await startServer(workspace, { environment });
  const urlOf = (n) => cardUrl(server.origin, `${titles[n % titles.length]} ${n}`);
  const card = (n) => ask(urlOf(n));
  await untilWell(() => card(0));
  const peak = watchTree(server.pid);
  const answers = await repeat(size(200, 20), 4, (n) => draw(urlOf(n)));
  const bytes = peak();
  const limited = new Set();
  const scarce = await repeat(size(60, 10), 2, (n) => {
    const renderers = processesOf(server.pid).renderer ?? [];
    for (const { pid } of renderers) if (!limited.has(pid)) limit(pid);
    for (const { pid } of renderers) limited.add(pid);
    return card(1_000 + n);
  });
  const isAlive = server.isAlive();
  const isWell = (await untilWell(() => card(5_000))) < Infinity;
  await server.stop();
  return [
    none(`cards in all scripts that did not come, of ${answers.length}`, otherThan([200], answers)),
    atMost('node and one browser then hold at most, MB', bytes / 1e6, guidanceMegabytes),
    is('lives, while its renderers get no memory', isAlive, true),
    none('answers then but cards, 503 and 504', otherThan([200, 503, 504], scarce)),
    none(
      'without an answer',
      statuses(scarce).filter((status) => typeof status !== 'number'),
    ),
    is('well after that', isWell, true),
  ];
}

/** To little more than it has: what it asks for beyond, it does not get. */
function limit(pid) {
  try {
    const [, kibibytes] = /^VmData:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    const bytes = Number(kibibytes) * 1024 + marginMegabytes * 1e6;
    execFileSync('prlimit', [`--data=${bytes}:`, '--pid', String(pid)], { stdio: 'ignore' });
  } catch {
    // it has ended
  }
}
