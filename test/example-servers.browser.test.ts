import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { metaOf } from './site/build/support.ts';

// The real frameworks, in examples/node_modules, and the built package they import; `make test` has both.
const examples = join(import.meta.dirname, '../examples');

/** Starts an example as its `npm start` does, on a free port. */
async function start(name: string) {
  const child = spawn(process.execPath, ['server.js'], {
    cwd: join(examples, name),
    env: { ...process.env, PORT: '0', NODE_ENV: 'test' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [origin] = (await once(createInterface(child.stdout), 'line')) as [string];
  const stop = async () => {
    child.kill('SIGTERM');
    return (await ended)[0] as number | null;
  };
  return { origin, stop };
}

describe.each(['node', 'hono', 'fastify'])('the example of %s', (name) => {
  it('names a card in its page, answers with its image, and ends when it is told to', async () => {
    const { origin, stop } = await start(name);
    const html = await (await fetch(`${origin}/`)).text();
    const url = metaOf(html, 'og:image')!;
    expect(url).toMatch(/^https:\/\/harbour\.example\.com\/api\/og\/[\w-]+\.jpg$/);
    const { pathname } = new URL(url);
    const answer = await fetch(`${origin}${pathname}`);
    expect(answer.status).toBe(200);
    const image = await sharp(await answer.arrayBuffer()).metadata();
    expect(image).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
    const etag = { 'if-none-match': answer.headers.get('etag')! };
    expect((await fetch(`${origin}${pathname}`, { headers: etag })).status).toBe(304);
    const head = await fetch(`${origin}${pathname}`, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(answer.headers.get('content-length'));
    expect((await fetch(`${origin}/api/og?template=nowhere`)).status).toBe(404);
    expect(await stop()).toBe(0);
  });
});
