import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { Cardstock } from '../../src/index.ts';
import { listen } from '../../src/serve/express/listen.ts';
import { operate } from '../../src/serve/operate/operate.ts';
import { templates } from '../../templates/index.ts';
import { freePort } from '../support/free-port.ts';

const deploy = join(import.meta.dirname, '../../deploy');
const isThere = spawnSync('prometheus', ['--version']).error === undefined;

interface Dashboard {
  readonly panels: readonly {
    readonly title: string;
    readonly targets: readonly { readonly expr: string }[];
  }[];
}

const dashboard = JSON.parse(readFileSync(join(deploy, 'grafana.json'), 'utf8')) as Dashboard;
const queries = dashboard.panels.flatMap(({ title, targets }) =>
  targets.map(({ expr }) => [title, expr] as const),
);

/** A server that has drawn a card and found it again. */
async function startServer() {
  const cardstock = new Cardstock({
    templates,
    config: { port: 0, browsers: 1, store: 'none' },
    environment: {},
  });
  const operation = await operate(cardstock);
  const server = await listen(cardstock, undefined, operation.besideCards);
  onTestFinished(async () => {
    operation.close();
    await server.close();
  });
  const url = `${server.origin}/.netlify/functions/gen-opengraph-image?template=plain&title=Owls`;
  for (let time = 0; time < 2; time++) await (await fetch(url)).arrayBuffer();
  return server;
}

it('the dashboard and the alerts ask for figures that a server has', async () => {
  const { origin } = await startServer();
  const text = await (await fetch(`${origin}/metrics`)).text();
  const names = new Set(Array.from(text.matchAll(/^# TYPE (\S+)/gm), ([, name]) => name));
  const asked = queries.map(([, expr]) => expr).join() + readFileSync(join(deploy, 'alerts.yaml'), 'utf8');
  const wanted = Array.from(asked.matchAll(/(?:cardstock|nodejs|process)_\w+/g), ([name]) => name);
  expect(wanted.length).toBeGreaterThan(20);
  const missing = wanted.filter(
    (name) => !names.has(name) && !names.has(name.replace(/_(?:bucket|sum|count)$/, '')),
  );
  expect(missing).toEqual([]);
});

it.skipIf(!isThere)(
  'Prometheus understands every query and rule, and finds the figures of a server',
  async () => {
    execFileSync('promtool', ['check', 'rules', join(deploy, 'alerts.yaml')], { stdio: 'pipe' });
    const server = await startServer();
    const folder = mkdtempSync(join(tmpdir(), 'cardstock-prometheus-'));
    const config = readFileSync(join(deploy, 'prometheus.yml'), 'utf8')
      .replace('15s', '1s')
      .replace('alerts.yaml', join(deploy, 'alerts.yaml'))
      .replace('cardstock:9090', new URL(server.origin).host);
    writeFileSync(join(folder, 'prometheus.yml'), config);
    const port = await freePort();
    const prometheus = spawn(
      'prometheus',
      [
        `--config.file=${join(folder, 'prometheus.yml')}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      { stdio: 'ignore' },
    );
    onTestFinished(async () => {
      prometheus.kill('SIGKILL');
      await once(prometheus, 'exit');
      rmSync(folder, { recursive: true, force: true });
    });
    const ask = async (query: string) => {
      const address = `http://127.0.0.1:${port}/api/v1/query?query=${encodeURIComponent(query)}`;
      const response = await fetch(address).catch(() => undefined);
      return (await response?.json()) as
        { status: string; data: { result: { value: [number, string] }[] } } | undefined;
    };
    // A rate needs two looks.
    while (((await ask('count_over_time(cardstock_browsers[1m])'))?.data?.result[0]?.value[1] ?? '0') < '2')
      await delay(200);

    for (const [title, query] of queries)
      expect(await ask(query), `${title}: ${query}`).toMatchObject({ status: 'success' });
    const found = await ask('sum by (layer) (cardstock_cache_lookups_total)');
    expect(found?.data.result.map(({ value }) => value[1])).toEqual(['1', '1']);
    expect((await ask('up{job="cardstock"} == 0'))?.data.result).toEqual([]);
  },
);
