import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, cardUrl, draw, otherThan, repeat, untilWell } from '../ask.js';
import { atLeast, is, none, skipped } from '../rows.js';
import { forAnybody, startServer } from '../server.js';

/** Memory holds a few of the pictures only: for most of them the store is asked. */
const environment = { ...forAnybody, CARDSTOCK_BROWSERS: '2', CARDSTOCK_MEMORY_MB: '1' };

/** So many that a picture weighs what it usually does. */
const words = 'Pack my box with five dozen liquor jugs, how vexingly quick daft zebras jump';

/** Stores that are damaged, deleted, full and read-only: they cost drawings, and no card. */
export async function stores({ workspace, size }) {
  const count = size(60, 40);
  return [
    ...(await damaged(
      workspace,
      count,
      size(Object.keys(damages), ['garbage', 'a file in place of the folder']),
    )),
    ...(await mounted(workspace, size(40, 5), 'full', 'size=64k')),
    ...(await mounted(workspace, size(40, 5), 'read-only', 'ro')),
  ];
}

/** What is done to the pictures of a server that runs, one after another. */
const damages = {
  'cut off': (files) => files.forEach((file) => truncateSync(file, 100)),
  empty: (files) => files.forEach((file) => truncateSync(file, 0)),
  garbage: (files) => files.forEach((file) => writeFileSync(file, Buffer.alloc(statSync(file).size, 'x'))),
  'those of others': (files) => files.forEach((file) => replaceBy(file, '/etc/passwd')),
  gone: (files) => files.forEach((file) => rmSync(file)),
  'without their folder': (_files, folder) => rmSync(folder, { recursive: true }),
  'a file in place of the folder': (_files, folder) => {
    rmSync(folder, { recursive: true, force: true });
    writeFileSync(folder, 'no folder');
  },
};

async function damaged(workspace, count, names) {
  const server = await startServer(workspace, { environment });
  const cards = () => repeat(count, 4, (n) => draw(cardUrl(server.origin, `${words} ${n}`)));
  const pictures = sorted(await cards());
  const rows = [];
  for (const name of names) {
    damages[name](filesOf(server.cache), server.cache);
    const answers = await cards();
    const isSame = sorted(answers).every((picture, index) => picture.equals(pictures[index]));
    rows.push(
      none(`pictures ${name}: cards that did not come`, otherThan([200], answers)),
      is(`pictures ${name}: cards are what they were`, isSame, true),
      atLeast(`pictures ${name}: drawn again`, answers.filter(({ isHit }) => !isHit).length, count / 4),
    );
  }
  await server.stop();
  return rows;
}

async function mounted(workspace, count, name, options) {
  if (!canMount()) return [skipped(`a ${name} store`, 'nothing can be mounted here')];
  const mount = `mount -t tmpfs -o ${options} cardstock "$CARDSTOCK_CACHE" && exec "$0" "$@"`;
  const within = ['unshare', '--mount', '/bin/sh', '-c', mount];
  const server = await startServer(workspace, { environment, within });
  await untilWell(() => ask(cardUrl(server.origin, 'first')));
  const answers = await repeat(count, 4, (n) => draw(cardUrl(server.origin, `not kept ${n}`)));
  await server.stop();
  return [none(`a ${name} store: cards that did not come`, otherThan([200], answers))];
}

function canMount() {
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'cardstock', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function filesOf(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => path.endsWith('.card'));
}

function replaceBy(file, other) {
  rmSync(file);
  symlinkSync(other, file);
}

/** By their bytes: answers come in any order. */
function sorted(answers) {
  return answers.map(({ body = Buffer.alloc(0) }) => body).toSorted(Buffer.compare);
}
