import express, { type RequestHandler } from 'express';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;

/** Where the page's script and styles lie: beside this file's folder in the package, and in `dist` of a checkout. */
function assetFolder(): string {
  const places = [join(here, '../../../studio'), join(here, '../../../dist/studio')];
  return places.find((place) => existsSync(join(place, 'studio.js'))) ?? places[0]!;
}

/** What the page loads; nothing of it comes from the network. */
export function serveAssets(): RequestHandler {
  return express.static(assetFolder(), {
    index: false,
    fallthrough: true,
    cacheControl: false,
    lastModified: true,
  });
}
