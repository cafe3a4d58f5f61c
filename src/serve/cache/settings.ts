import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { readDeployment } from '../../system/settings/deployment.ts';
import { count, path } from '../../system/settings/schemas.ts';
import { type Environment, type Setting, setting, type Values } from '../../system/settings/setting.ts';
import type { NetlifyAccess } from './stores/netlify-blob-store.ts';

/** A function on Netlify has its own way to the store. */
const netlifyAccess: Setting<NetlifyAccess | undefined> = {
  variable: 'NETLIFY_SITE_ID',
  about: "with `NETLIFY_AUTH_TOKEN`: the command line's way to the images in Netlify Blobs",
  shownDefault: 'none',
  read({ NETLIFY_SITE_ID: siteID, NETLIFY_AUTH_TOKEN: token }) {
    return siteID && token ? { siteID, token } : undefined;
  },
};

export const cacheSettings = {
  store: setting('CARDSTOCK_STORE', z.enum(['disk', 'netlify-blobs', 'none']), {
    about: 'where images are kept beside memory; `none` for memory alone',
    shownDefault: '`disk`; `netlify-blobs` on Netlify',
    byDefault: (environment) => (readDeployment(environment).netlify ? 'netlify-blobs' : 'disk'),
  }),
  cacheFolder: setting('CARDSTOCK_CACHE', path, {
    about: 'the folder of the disk store',
    shownDefault: '`~/.cache/cardstock`',
    byDefault: defaultFolder,
  }),
  cacheMegabytes: setting('CARDSTOCK_CACHE_MB', count.default(1024), {
    about: 'how much it may hold; the images unused for longest go',
  }),
  memoryMegabytes: setting('CARDSTOCK_MEMORY_MB', count.default(64), {
    about: 'how much is kept in memory',
  }),
  netlifyAccess,
};

export type CacheSettings = Values<typeof cacheSettings>;

function defaultFolder(environment: Environment): string {
  if (readDeployment(environment).serverless) return join(tmpdir(), 'cardstock-cache'); // all else is read-only there
  return join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'cardstock');
}
