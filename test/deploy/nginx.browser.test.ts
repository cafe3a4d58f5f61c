import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cardstock } from '../../src/index.ts';
import { templates } from '../../templates/index.ts';
import { freePort } from '../support/free-port.ts';
import { secrets } from '../support/services.ts';

const root = join(import.meta.dirname, '../..');
const isThere = (command: string) => spawnSync(command, ['-v']).error === undefined;

/** The configuration that we hand out, with the addresses of this test. */
function configFor(folder: string, port: number, servers: readonly number[]): string {
  const ours = readFileSync(join(root, 'deploy/nginx.conf'), 'utf8')
    .replace('listen 8080', `listen 127.0.0.1:${port}`)
    .replace('/var/cache/nginx/cardstock', join(folder, 'pictures'))
    .replace(/server cardstock:8888 (.*);/, (_line, options: string) =>
      servers.map((each) => `server 127.0.0.1:${each} ${options};`).join('\n'),
    );
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    pid ${join(folder, 'nginx.pid')};
    error_log ${join(folder, 'error.log')};
    daemon off;
    events {}
    http {
      access_log off;
      ${places.map((name) => `${name}_temp_path ${join(folder, name)};`).join('\n')}
      ${ours}
    }`;
}

describe.skipIf(!isThere('nginx'))('nginx as the cache in front of two servers with one store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-nginx-'));
  const servers: ChildProcess[] = [];
  let nginx: ChildProcess;
  let front: string;
  let ports: number[];
  let cardstock: Cardstock;

  beforeAll(async () => {
    mkdirSync(join(folder, 'pictures'));
    ports = [await freePort(), await freePort()];
    const port = await freePort();
    front = `http://127.0.0.1:${port}`;
    const environment = {
      ...process.env,
      NODE_ENV: 'production',
      OG_SECRETS: secrets.join(),
      OG_SITE_URL: front,
      CARDSTOCK_STORE: 'disk',
      CARDSTOCK_CACHE: join(folder, 'cache'),
      CARDSTOCK_BROWSERS: '1',
    };
    for (const each of ports) {
      const env = { ...environment, PORT: String(each) };
      servers.push(
        spawn(process.execPath, [join(root, 'dist/src/cli/main.js'), 'start'], { env, stdio: 'ignore' }),
      );
    }
    const config = join(folder, 'nginx.conf');
    writeFileSync(config, configFor(folder, port, ports));
    execFileSync('nginx', ['-t', '-q', '-c', config, '-p', folder]);
    nginx = spawn('nginx', ['-c', config, '-p', folder], { stdio: 'ignore' });
    await Promise.all(ports.map(untilReady));
    cardstock = new Cardstock({ templates, environment: { OG_SITE_URL: front, OG_SECRETS: secrets.join() } });
  });

  afterAll(async () => {
    await Promise.all([nginx, ...servers].map(end));
    rmSync(folder, { recursive: true, force: true });
  });

  const urlOf = (title: string) => cardstock.cardUrl({ template: 'plain', props: { title } });

  it('a hundred who ask for a new card at once get one picture, which one server drew once', async () => {
    const url = await urlOf('Asked for by a hundred');
    const answers = await Promise.all(Array.from({ length: 100 }, () => fetch(url)));
    const pictures = await Promise.all(
      answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(pictures.every((picture) => picture.equals(pictures[0]!))).toBe(true);
    const misses = answers.filter(({ headers }) => headers.get('x-cache') === 'MISS');
    expect(misses).toHaveLength(1);
    expect(misses[0]!.headers.get('cache-status')).toContain('fwd=uri-miss; stored');
    const again = await fetch(url);
    expect([again.headers.get('x-cache'), again.headers.get('cache-control')]).toEqual([
      'HIT',
      'public, max-age=31536000, immutable',
    ]);
  });

  it('a wrong signature finds no answer to a right one', async () => {
    const url = await urlOf('Signed');
    expect((await fetch(url)).status).toBe(200);
    const wrong = url.replace(/.(?=[^\w-]*$)/, (last) => (last === 'A' ? 'B' : 'A'));
    expect((await fetch(wrong, { headers: { accept: 'text/plain' } })).status).toBe(403);
  });

  it('shows strangers neither health nor figures', async () => {
    for (const path of ['/health', '/ready', '/metrics'])
      expect((await fetch(front + path)).status).toBe(404);
  });

  it('a server that is killed while it draws costs nobody a picture', async () => {
    const urls = await Promise.all(Array.from({ length: 8 }, (_, index) => urlOf(`In flight ${index}`)));
    const asked = urls.map((url) => fetch(url));
    await Promise.race(asked); // some are drawn, the others wait or are on their way
    servers[0]!.kill('SIGKILL');
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(8).fill(200));
    const stood = answers.filter(({ headers }) => headers.get('cache-status')?.includes('detail='));
    expect(stood).toEqual([]);
  });

  it('goes on without a picture lost when one of the servers is gone', async () => {
    const before = await urlOf('Drawn before');
    expect((await fetch(before)).status).toBe(200);
    await end(servers[0]!);
    const urls = await Promise.all(Array.from({ length: 20 }, (_, index) => urlOf(`Drawn after ${index}`)));
    const answers = await Promise.all([before, ...urls].map((url) => fetch(url)));
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(21).fill(200));
    expect(answers.map(({ headers }) => headers.get('content-type'))).toEqual(
      Array<string>(21).fill('image/jpeg'),
    );
    expect(answers.every(({ headers }) => !headers.get('cache-status')?.includes('detail=browser'))).toBe(
      true,
    );
  });
});

async function untilReady(port: number): Promise<void> {
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => undefined);
    if (response?.ok) return;
    await delay(100);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
