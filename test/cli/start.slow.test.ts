import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { listenAt } from '../../src/serve/express/listen-at.ts';
import { startServer } from '../support/started-server.ts';

const template = `
  import { defineTemplate, text, z } from 'cardstock-og';
  export const hello = defineTemplate({
    name: 'hello',
    description: 'Says hello.',
    props: z.strictObject({ title: text(40) }),
    examples: { short: { title: 'Hello' } },
    css: '',
    alt: ({ title }) => title,
    render: ({ title }) => <h1>{title}</h1>,
  });
`;
const main = join(import.meta.dirname, '../../dist/src/cli/main.js');

/** What `start` says before it ends, and with which code. */
async function start(variables: Record<string, string>, ...words: string[]) {
  const env = { ...process.env, CARDSTOCK_BROWSERS: '1', ...variables };
  const child = execFile(process.execPath, [main, 'start', ...words], { env });
  onTestFinished(() => void child.kill('SIGKILL'));
  let complaints = '';
  child.stderr!.on('data', (text) => (complaints += String(text)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, complaints };
}

it('a place where it cannot listen is told in one sentence, without a stack', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const port = String((other.address() as AddressInfo).port);
  const isTaken = `is taken: something listens there already.`;
  const starts = await Promise.all([
    start({ PORT: port }),
    start({ PORT: '0', CARDSTOCK_ADMIN_PORT: port }),
    start({ PORT: '0', HOST: '192.0.2.1' }),
  ]);
  expect(starts).toEqual([
    {
      code: 1,
      complaints: `✗ Port ${port} of 127.0.0.1 ${isTaken} PORT names another one, or 0 for any that is free.\n`,
    },
    {
      code: 1,
      complaints: `✗ Port ${port} of 127.0.0.1 ${isTaken} CARDSTOCK_ADMIN_PORT names another one, or 0 for any that is free.\n`,
    },
    {
      code: 1,
      complaints:
        '✗ HOST is "192.0.2.1", which is no address of this machine. 127.0.0.1 is for this machine alone, 0.0.0.0 is all of its addresses.\n',
    },
  ]);
});

it('a port that is none is told as such, by the name it was given under', async () => {
  const expected = 'expected a whole number from 0 to 65535';
  const starts = await Promise.all([
    start({ PORT: 'abc' }),
    start({ PORT: '70000' }),
    start({}, '--port', '80.5'),
  ]);
  expect(starts).toEqual([
    { code: 2, complaints: `✗ PORT="abc" is not valid: ${expected}\n` },
    { code: 2, complaints: `✗ PORT="70000" is not valid: ${expected}\n` },
    { code: 2, complaints: `✗ --port: "80.5" is no port: ${expected}.\n` },
  ]);
});

it('at home it says where to look, what it watches, and who may ask, and opens a browser if it shall', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cardstock-start-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'cards'));
  await writeFile(join(folder, 'cardstock.config.mjs'), "export default { templates: './cards' };");
  await writeFile(join(folder, 'cards/hello.jsx'), template);
  const browser = join(folder, 'browser');
  await writeFile(browser, `#!/bin/sh\necho "$1" > '${folder}/opened'\n`, { mode: 0o755 });
  const variables = { HOST: '0.0.0.0', BROWSER: browser };
  const server = await startServer({ variables, folder, options: ['--open'] });
  expect(server.origin).toMatch(/^http:\/\/localhost:\d+$/);
  await vi.waitFor(() => expect(server.said).toContain('accepts unsigned requests'), { timeout: 20_000 });
  const lines = server.said.split('\n');
  expect(lines.slice(1, 4)).toEqual([
    `a first card: ${server.origin}/.netlify/functions/gen-opengraph-image?template=hello&example=short`,
    `open ${server.origin}/ to see your templates as you edit them`,
    'watching cards/ and cardstock.config.mjs, with all that they import',
  ]);
  expect(lines[4]).toMatch(
    /^the network may ask too, .*: whoever reaches it may have cards made \(HOST=0\.0\.0\.0\)$/,
  );
  const opened = () => readFile(join(folder, 'opened'), 'utf8');
  await vi.waitFor(async () => expect(await opened()).toBe(`${server.origin}\n`), { timeout: 20_000 });
});

it('where a port is taken, the next that is free will do for whoever has asked for none', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const server = createHttpServer();
  onTestFinished(() => void server.close());
  await listenAt(server, { host: '127.0.0.1', port, portVariable: 'PORT', orNext: true });
  expect((server.address() as AddressInfo).port).toBeGreaterThan(port);
});

it('in production all that a server says is JSON, a line each, on one stream', async () => {
  const variables = { NODE_ENV: 'production', OG_ALLOW_UNSIGNED: 'true', CARDSTOCK_CHROME: '/nowhere' };
  const server = await startServer({ variables });
  const card = `${server.origin}/.netlify/functions/gen-opengraph-image?template=plain&title=Hello`;
  expect((await fetch(card, { headers: { accept: 'application/json' } })).status).toBe(503);
  expect(await server.stop()).toBe(0);
  const lines = server.said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ msg }) => msg)).toEqual(
    expect.arrayContaining(['request', 'not ready yet; the next card tries again:']),
  );
  const trouble = lines.find(({ msg }) => String(msg).startsWith('not ready'))!;
  expect(trouble).toMatchObject({ level: 50, err: { stack: expect.stringContaining('/nowhere') as string } });
  expect(server.complaints).toBe('');
});

const raised = spawnSync(process.execPath, ['--eval', 'os.setPriority(-8)'], { stdio: 'ignore' });

it.runIf(raised.status === 0)('has the priority of the threads of Chromium that draw', async () => {
  const server = await startServer();
  await vi.waitFor(() => expect(getPriority(server.pid)).toBe(-8), { timeout: 20_000 });
  expect(await server.stop()).toBe(0);
});
