import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { Cardstock, type CardstockOptions } from '../../../src/cardstock.ts';
import { keysOf } from '../../serve/cache/support/stores.ts';
import { DiskStore } from '../../../src/serve/cache/stores/disk-store.ts';
import { plain } from '../../../templates/plain.tsx';

/** A folder with these pictures, gone when the test ends. */
export function folderOf(pictures: Readonly<Record<string, Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cardstock-pictures-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, bytes] of Object.entries(pictures)) put(folder, path, bytes);
  return folder;
}

export function put(folder: string, path: string, bytes: Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
}

type Served = Pick<CardstockOptions, 'config' | 'environment'> & { pictures: string };

/** A server of Node's own that has these pictures, and its store. */
export async function servePictures({ pictures, config, environment = {} }: Served) {
  const cacheFolder = folderOf({});
  const cardstock = new Cardstock({
    templates: [plain],
    environment: {
      CARDSTOCK_STORE: 'disk',
      CARDSTOCK_CACHE: cacheFolder,
      OG_PICTURES: pictures,
      ...environment,
    },
    ...(config && { config }),
  });
  const server = createServer((request, response) => void cardstock.handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await cardstock.close();
  });
  return {
    cardstock,
    origin,
    ask: (path: string, init?: RequestInit) => fetch(origin + path, init),
    stored: () => keysOf(new DiskStore({ folder: cacheFolder, maxBytes: 1e9 })),
  };
}
