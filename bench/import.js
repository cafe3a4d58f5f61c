// What an import of 20,000 small pictures takes: `node bench/import.js [count]`, after `npm run build`.
// From a local S3 to a folder and to another bucket, and each a second time, when all is there.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [count = '20000'] = process.argv.slice(2);
const sampleMs = 250;
const main = join(import.meta.dirname, '../dist/src/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'cardstock-bench-import-'));

function megabytesOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

/** One import, and how much its process held in each quarter of its time. */
async function measure(name, environment, pictures) {
  const start = performance.now();
  const child = spawn(process.execPath, [main, 'import', 's3://theirs/uploads', '--json'], {
    cwd: folder,
    env: { ...process.env, ...environment, OG_PICTURES: pictures },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  const samples = [];
  const timer = setInterval(() => {
    try {
      samples.push(megabytesOf(child.pid));
    } catch {
      // it has just ended
    }
  }, sampleMs);
  const [code] = await once(child, 'close');
  clearInterval(timer);
  const seconds = (performance.now() - start) / 1000;
  const { stored, there, failed, refused } = JSON.parse(said);
  const quarters = [0, 1, 2, 3].map((quarter) => {
    const part = samples.slice(
      Math.floor((quarter * samples.length) / 4),
      Math.ceil(((quarter + 1) * samples.length) / 4),
    );
    return Math.round(Math.max(...part));
  });
  console.log(
    [
      name.padEnd(28),
      `${stored} stored, ${there} there, ${failed + refused} not, exit ${code}`,
      `${seconds.toFixed(1)} s`,
      `${Math.round((stored + there) / seconds)}/s`,
      `MB by quarter: ${quarters.join(' ')}`,
    ].join('  '),
  );
}

const source = fork(join(import.meta.dirname, 'import-source.js'), [count]);
const [{ environment, bytes }] = await once(source, 'message');
console.log(`${count} pictures, ${(bytes / 1e6).toFixed(0)} MB`);
try {
  for (const [name, pictures] of [
    ['to a folder', join(folder, 'pictures')],
    ['to a bucket', 's3://ours/site'],
  ]) {
    await measure(name, environment, pictures);
    await measure(`${name}, all there`, environment, pictures);
  }
} finally {
  source.kill();
  rmSync(folder, { recursive: true, force: true });
}
