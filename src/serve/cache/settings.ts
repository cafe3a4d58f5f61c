import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { readDeployment } from '../../system/settings/deployment.ts';
import { count, path } from '../../system/settings/schemas.ts';
import { type Environment, type Setting, setting, type Values } from '../../system/settings/setting.ts';
import type { NetlifyAccess } from './stores/netlify-blob-store.ts';
import { readS3Place, type S3Address } from './stores/s3-place.ts';

const storeNames = ['disk', 'netlify-blobs', 'none'] as const;

/** Where images are kept: one of the names, or the address of a bucket. */
export type StorePlace = (typeof storeNames)[number] | S3Address;

export const storePlace = z.custom<StorePlace>(
  (value) => storeNames.some((name) => name === value) || readS3Place(String(value)) !== undefined,
  `expected ${storeNames.map((name) => `"${name}"`).join(', ')} or "s3://bucket/prefix"`,
);

const distribution = z
  .string()
  .regex(/^[A-Z\d]{5,20}$/, 'expected the id of a distribution, as in E2EXAMPLE1');

/** As the SDK of AWS reads it; whoever has none there has AWS itself. */
const s3Endpoint: Setting<string | undefined> = {
  variable: 'AWS_ENDPOINT_URL_S3',
  about:
    'or `AWS_ENDPOINT_URL`: another service than AWS that speaks S3; region and credentials are read as the AWS SDK reads them',
  shownDefault: 'AWS',
  read({ AWS_ENDPOINT_URL_S3: own, AWS_ENDPOINT_URL: all }) {
    return own || all || undefined;
  },
};

/** A function on Netlify has its own way to the store. */
const netlifyAccess: Setting<NetlifyAccess | undefined> = {
  variable: 'NETLIFY_SITE_ID',
  about: "with `NETLIFY_AUTH_TOKEN`: the command line's way to the images in Netlify Blobs",
  shownDefault: 'none',
  read({ NETLIFY_SITE_ID: siteID, NETLIFY_AUTH_TOKEN: token }) {
    return siteID && token ? { siteID, token } : undefined;
  },
};

/** Functions on Netlify are given what their CDN is purged with; elsewhere the token is one's own. */
const netlifyCdn: Setting<NetlifyAccess | undefined> = {
  variable: 'NETLIFY_PURGE_API_TOKEN',
  about:
    'with `SITE_ID`: how a function on Netlify purges its CDN; elsewhere `NETLIFY_SITE_ID` and `NETLIFY_AUTH_TOKEN` do',
  shownDefault: 'what Netlify says',
  read({ NETLIFY_PURGE_API_TOKEN: token, SITE_ID: siteID, ...environment }) {
    return netlifyAccess.read(environment) ?? (siteID && token ? { siteID, token } : undefined);
  },
};

export const cacheSettings = {
  store: setting('CARDSTOCK_STORE', storePlace, {
    about:
      'where images are kept beside memory: `disk`, `netlify-blobs`, a bucket as in `s3://bucket/prefix`; `none` for memory alone',
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
  s3Endpoint,
  netlifyAccess,
  netlifyCdn,
  cloudfrontDistribution: setting('OG_CLOUDFRONT_DISTRIBUTION', distribution.optional(), {
    about: 'the id of a distribution of CloudFront that `cache purge` reaches as well, as in `E2EXAMPLE1`',
  }),
};

export type CacheSettings = Values<typeof cacheSettings>;

function defaultFolder(environment: Environment): string {
  if (readDeployment(environment).serverless) return join(tmpdir(), 'cardstock-cache'); // all else is read-only there
  return join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'cardstock');
}
