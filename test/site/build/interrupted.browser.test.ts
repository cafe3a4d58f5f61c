import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { removeTags } from '../../../src/site/read/html/inject.ts';
import { makeSite, page } from './support.ts';

// The built CLI, as `npx cardstock` runs it; `make test` builds it first.
const main = join(import.meta.dirname, '../../../dist/src/cli/main.js');
const count = 60;
const original = (index: number) => page({ title: `Page number ${index}` });

function makeLargeSite() {
  return makeSite(
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.html`, original(index)])),
  );
}

function startBuild({ project, folder }: { project: string; folder: string }): ChildProcess {
  return spawn(process.execPath, [main, 'build', folder, '--site', 'https://example.com'], {
    cwd: project,
    stdio: 'ignore',
  });
}

/** How many pages have their tags; each must be as it was, or whole. */
function countBuilt(site: ReturnType<typeof makeSite>): number {
  let built = 0;
  for (let index = 0; index < count; index++) {
    const html = site.read(`${index}.html`);
    expect(removeTags(Buffer.from(html)).toString()).toBe(original(index));
    if (html === original(index)) continue;
    expect(html.match(/<meta [^>]* data-cardstock>/g)!.length).toBeGreaterThanOrEqual(10);
    built += 1;
  }
  return built;
}

async function untilSomeAreBuilt(site: ReturnType<typeof makeSite>, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && !site.read('3.html').includes('data-cardstock')) await sleep(5);
}

describe('a build', () => {
  it('that is killed leaves every page whole, and the next ones go on', async () => {
    const site = makeLargeSite();
    for (let kill = 0; kill < 6; kill++) {
      const child = startBuild(site);
      await sleep(350 + 90 * kill);
      child.kill('SIGKILL');
      await once(child, 'exit');
      countBuilt(site);
    }
    const [code] = (await once(startBuild(site), 'exit')) as [number];
    expect(code).toBe(0);
    expect(countBuilt(site)).toBe(count);
    const everything = readdirSync(site.folder, { recursive: true, encoding: 'utf8' });
    expect(everything.filter((name) => name.includes('.cardstock-'))).toEqual([]);
    expect(site.images()).toHaveLength(count);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends on %s with 130, whole, and remembers what it made',
    async (signal) => {
      const site = makeLargeSite();
      const child = startBuild(site);
      await untilSomeAreBuilt(site, child);
      child.kill(signal);
      const [code] = (await once(child, 'exit')) as [number];
      expect(code).toBe(130);
      const built = countBuilt(site);
      expect(built).toBeGreaterThan(0);
      expect(built).toBeLessThan(count);
      const images = site.images().length;
      await once(startBuild(site), 'exit');
      expect(countBuilt(site)).toBe(count);
      expect(site.images()).toHaveLength(count);
      expect(images).toBeGreaterThan(0);
    },
  );
});
