import { execFileSync } from 'node:child_process';
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumBinary } from '../support/browsers.ts';
import type { Readiness } from '../../src/serve/operate/health.ts';
import { startServer } from '../support/started-server.ts';

/** The sandbox is for ordinary users: root becomes one. */
const asNobody =
  process.getuid?.() === 0
    ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--inh-caps=-all']
    : [];
const asInDocker = ['perl', join(import.meta.dirname, '../support/as-docker.pl')];

function works(...[command, ...words]: string[]): boolean {
  try {
    execFileSync(command!, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const hasNamespaces = works(...asNobody, 'unshare', '--user', 'true');
const canForbidThem = process.arch === 'x64' && works(...asNobody, ...asInDocker, 'true');

let folder: string;
beforeAll(async () => {
  // Chromium lies where only its owner can read it: another user gets a copy.
  folder = mkdtempSync(join(tmpdir(), 'cardstock-sandbox-'));
  const { executablePath } = await chromiumBinary();
  const unpacked = dirname(executablePath);
  if (asNobody.length > 0) {
    const home = join(folder, 'cardstock-65534');
    cpSync(unpacked, join(home, basename(unpacked)), { recursive: true });
    execFileSync('chown', ['-R', '65534:65534', folder]);
    chownSync(folder, 65_534, 65_534);
    execFileSync('chmod', ['700', home]);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function startedAs(within: readonly string[], variables: Record<string, string> = {}) {
  const server = await startServer({
    within,
    variables: { ...(within.length > 0 && { CARDSTOCK_TMP: folder }), ...variables },
  });
  const card = `${server.origin}/.netlify/functions/gen-opengraph-image?template=plain&title=Hello`;
  const { status } = await fetch(card, { headers: { accept: 'application/json' } });
  const { checks } = (await (await fetch(`${server.origin}/ready`)).json()) as Readiness;
  return { server, status, sandbox: checks['sandbox']?.detail };
}

describe('an ordinary user', () => {
  test.skipIf(!hasNamespaces)('draws in the sandbox where there are namespaces', async () => {
    const { server, status, sandbox } = await startedAs(asNobody);
    expect(status).toBe(200);
    expect(server.said).toContain('Chromium runs in its sandbox\n');
    expect(sandbox).toBe('Chromium runs in its sandbox');
  });

  // Docker's usual profile; perl makes it on x86-64.
  test.skipIf(!canForbidThem)('draws without it where seccomp forbids them, and says so', async () => {
    const { server, status, sandbox } = await startedAs([...asNobody, ...asInDocker]);
    expect(status).toBe(200);
    expect(server.said).toContain('Chromium runs without a sandbox: this system forbids what it needs\n');
    expect(sandbox).toBe('Chromium runs without a sandbox: this system forbids what it needs');
  });

  test.skipIf(!canForbidThem)('draws nothing there if it must have it, and says why', async () => {
    const { server, status } = await startedAs([...asNobody, ...asInDocker], { CARDSTOCK_SANDBOX: 'on' });
    expect(status).toBe(503);
    expect(server.said).toContain('No usable sandbox');
  });
});

test.skipIf(process.getuid?.() !== 0)('root draws without it, and says so', async () => {
  const { server, status } = await startedAs([]);
  expect(status).toBe(200);
  expect(server.said).toContain('Chromium runs without a sandbox: root cannot have one\n');
});
