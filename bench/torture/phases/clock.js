import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cardstock } from '../../../dist/src/index.js';
import { plain } from '../../../dist/templates/plain.js';
import { ask, draw, keepAsking, otherThan, untilWell } from '../ask.js';
import { none, is, skipped } from '../rows.js';
import { secret, siteUrl, startServer } from '../server.js';

const jumps = ['+1h', '-1h', '+400d', '-400d', '+15y', '+100y', '-30y', '+0'];
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The clock of the machine jumps to and fro while cards are asked for; by libfaketime, where there is one. */
export async function clock({ workspace, size }) {
  const preload = libraries().find((path) => existsSync(path));
  if (!preload) return [skipped('jumps of the clock', 'no libfaketime')];
  const time = join(workspace, 'time');
  const jump = (to) => {
    writeFileSync(`${time}.new`, to);
    renameSync(`${time}.new`, time);
  };
  jump('+0');
  const environment = {
    LD_PRELOAD: preload,
    FAKETIME_TIMESTAMP_FILE: time,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    CARDSTOCK_BROWSERS: '1',
  };
  const server = await startServer(workspace, { environment });
  const url = urlsOf(server.origin);
  const hour = await url('for an hour', 3_600);
  await untilWell(() => ask(hour));
  const load = keepAsking(2, async (n) => draw(await url(`card ${n % 50}`)), 50);
  const wrong = [];
  for (const to of size(jumps, ['+400d', '-30y', '+0'])) {
    jump(to);
    await pause(size(2_000, 1_000));
    const { status } = await draw(hour);
    const isOver = /^\+(?!0)/.test(to);
    if ((status === 200) === isOver) wrong.push(`${status} at ${to}`);
  }
  const answers = await load.stop();
  const { code } = await server.stop();
  return [
    none(`cards under jumps of the clock that did not come, of ${answers.length}`, otherThan([200], answers)),
    none('URLs for an hour that counts wrongly', wrong),
    is('ends with', code, 0),
  ];
}

/** Below a folder that is named after the machine. */
function libraries() {
  return readdirSync('/usr/lib').map((name) => `/usr/lib/${name}/faketime/libfaketime.so.1`);
}

/** Signed ones, for good or for some seconds. */
function urlsOf(origin) {
  const config = { secrets: [secret], siteUrl, allowUnsigned: false };
  const cardstock = new Cardstock({ templates: [plain], config });
  return async (title, seconds) => {
    const options = seconds ? { expiresAt: Date.now() / 1_000 + seconds } : {};
    return (await cardstock.cardUrl({ template: 'plain', props: { title } }, options)).replace(
      siteUrl,
      origin,
    );
  };
}
