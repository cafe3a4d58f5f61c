import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Cardstock } from '../../src/index.ts';
import { templates } from '../../templates/index.ts';
import { freePort } from '../support/free-port.ts';
import { secrets } from '../support/services.ts';
import { canHaveContainers, Container } from './support/container.ts';
import { configOf, parseDockerfile } from './support/dockerfile.ts';
import { makeBuildStage, makeImage } from './support/root-file-system.ts';

const [build, last] = parseDockerfile(readFileSync(join(import.meta.dirname, '../../Dockerfile'), 'utf8'));
const image = configOf(last!);
const card = { template: 'article', props: { title: 'Drawn in a container, 日本語 too' } };

describe.skipIf(!canHaveContainers())('the image that the Dockerfile describes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-image-'));
  const root = join(folder, 'root');
  let drawnHere: Uint8Array;

  beforeAll(async () => {
    makeBuildStage(join(folder, 'build'), build!);
    makeImage(root, last!, new Map([['build', join(folder, 'build')]]));
    const cardstock = new Cardstock({ templates, config: { browsers: 1, store: 'none' }, environment: {} });
    drawnHere = (await cardstock.render(card)).bytes;
    await cardstock.close();
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function start(isFiltered: boolean) {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const given = { OG_SECRETS: secrets.join(), OG_SITE_URL: origin };
    const variables = { ...given, PORT: String(port), CARDSTOCK_BROWSERS: '1' };
    const container = new Container({ root, image, variables, isFiltered });
    const ask = (path: string) => fetch(origin + path).catch(() => undefined);
    await expect.poll(async () => (await ask('/ready'))?.status, { timeout: 60_000 }).toBe(200);
    const signed = await new Cardstock({ templates, environment: given }).cardUrl(card);
    return { container, ask, signed, port };
  }

  it.each([
    ['by an engine that filters as Docker does', true, /^Chromium runs without a sandbox: this system/],
    ['by one that leaves it its namespaces', false, /^Chromium runs in its sandbox$/],
  ])('runs %s, and draws what is drawn here', async (_name, isFiltered, sandbox) => {
    if (isFiltered && process.arch !== 'x64') return; // the filter is written in its numbers
    const { container, ask, signed, port } = await start(isFiltered);

    const response = await fetch(signed);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(Buffer.from(await response.arrayBuffer()).equals(drawnHere)).toBe(true);
    expect((await fetch(signed)).headers.get('cache-status')).toContain('hit');

    expect(await (await ask('/health'))!.json()).toEqual({ status: 'ok' });
    expect(await (await ask('/ready'))!.json()).toMatchObject({
      checks: { sandbox: { detail: expect.stringMatching(sandbox) as string } },
    });
    expect(container.run(...image.healthCheck)).toContain('/health: 200');

    expect(container.run('id', '--user', '--name').trim()).toBe(image.user);
    expect(() => container.run('touch', '/app/anything')).toThrow('Read-only file system');
    expect(container.run('find', '/cache/article', '-type', 'f')).toContain('/cache/article/');
    expect(container.processes().filter(({ state }) => state === 'Z')).toEqual([]);

    const silent = connect(port, '127.0.0.1').on('error', () => {});
    onTestFinished(() => void silent.destroy());
    const { namespace } = container;
    expect(await container.stop()).toBe(0); // 1 would be: not within its time
    expect(container.processes(namespace)).toEqual([]);
    for (const line of container.said.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('msg');
  });
});

it('the Dockerfile has no step that this test would not do', () => {
  const known = ['WORKDIR', 'COPY', 'RUN', 'ENV', 'USER', 'EXPOSE', 'HEALTHCHECK', 'ENTRYPOINT', 'CMD'];
  const names = [build!, last!].flatMap(({ instructions }) => instructions.map(({ name }) => name));
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
  expect([build!.name, image.user, image.command.at(-1)]).toEqual(['build', 'node', 'start']);
});
