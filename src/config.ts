import { availableParallelism, homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import type { CardRequest } from './card/resolve.ts';
import { type CloudinaryAccount, readAccount } from './serve/cloudinary/settings.ts';
import type { NetlifyAccess } from './serve/cache/stores/netlify-blob-store.ts';
import { ConfigError } from './errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const count = z.coerce.number().int().min(1);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

const secretBytes = 32;
const secrets = z
  .string()
  .transform((list) => list.split(',').map((secret) => secret.trim()))
  .refine((list) => list.every((secret) => Buffer.byteLength(secret) >= secretBytes), {
    error: `each secret needs at least ${secretBytes} bytes; "cardstock secret" prints one`,
  });

const origin = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  context.addIssue('expected an address without a path, as in https://example.com');
  return z.NEVER;
});

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== ''),
);

const languageTag = z.string().transform((tag, context) => {
  try {
    return Intl.getCanonicalLocales(tag)[0]!;
  } catch {
    context.addIssue('expected a language tag, as in en, pt-BR or zh-Hant');
    return z.NEVER;
  }
});

const cardRequest = z
  .string()
  .transform((json, context) => {
    try {
      return JSON.parse(json) as unknown;
    } catch {
      context.addIssue('expected JSON, as in {"template":"plain","props":{"title":"My site"}}');
      return z.NEVER;
    }
  })
  .pipe(z.strictObject({ template: z.string(), props: z.record(z.string(), z.unknown()) }));

/** Every setting: its variable, its valid values, its default. The one place that reads the environment. */
const settings = {
  port: ['PORT', z.coerce.number().int().min(0).max(65_535).default(8888)],
  /** Loopback by default: a local server accepts unsigned requests. */
  host: ['HOST', z.string().min(1).default('127.0.0.1')],
  /** The first signs, all verify. */
  secrets: ['OG_SECRETS', secrets.default([])],
  allowUnsigned: ['OG_ALLOW_UNSIGNED', flag.optional()],
  /** The public address of the site, which card URLs begin with. */
  siteUrl: ['OG_SITE_URL', origin.optional()],
  /** The site's own card for when another one cannot be made. */
  fallback: ['OG_FALLBACK', cardRequest.optional()],
  /** The language of cards that do not say theirs and whose script does not tell. */
  language: ['OG_LANG', languageTag.default('en')],
  /** Hosts that pictures of cards may come from, `*.example.com` for all below one. */
  imageHosts: ['OG_IMAGE_HOSTS', list.default([])],
  /** The folder that the paths of pictures start from; without one there are no local pictures. */
  imageFolder: ['OG_IMAGE_FOLDER', z.string().min(1).optional()],
  cloudinaryDelivery: ['OG_CLOUDINARY_DELIVERY', z.enum(['remote', 'fetch']).default('remote')],
  /** The public id of the one-pixel image that Cloudinary hands to the renderer. */
  cloudinaryCarrier: [
    'OG_CLOUDINARY_CARRIER',
    z
      .string()
      .regex(/^[\w-]+$/)
      .default('cardstock-carrier'),
  ],
  /** Another number is another URL for every card: the way to have Cloudinary make all anew. */
  cloudinaryVersion: ['OG_CLOUDINARY_VERSION', count.default(1)],
  store: ['CARDSTOCK_STORE', z.enum(['disk', 'netlify-blobs', 'none']).optional()],
  cacheFolder: ['CARDSTOCK_CACHE', z.string().min(1).optional()],
  cacheMegabytes: ['CARDSTOCK_CACHE_MB', count.default(1024)],
  memoryMegabytes: ['CARDSTOCK_MEMORY_MB', count.default(64)],
  /** A Chrome or headless_shell of your own, instead of the bundled one. */
  chromePath: ['CARDSTOCK_CHROME', z.string().min(1).optional()],
  /** One browser photographs one card at a time. */
  browsers: ['CARDSTOCK_BROWSERS', count.max(64).optional()],
  /** Cards that may wait beyond those being photographed. */
  maxQueue: ['CARDSTOCK_MAX_QUEUE', z.coerce.number().int().min(0).default(64)],
  /** From the request to the image: waiting, launching and one retry included. */
  timeoutMs: ['CARDSTOCK_TIMEOUT_MS', count.default(20_000)],
  /** What a picture should weigh at most, in thousands of bytes; WhatsApp shows none above 600. */
  budgetKilobytes: ['CARDSTOCK_BUDGET_KB', count.default(300)],
  /** After so many cards a browser is replaced, before slow leaks matter. */
  recycleAfter: ['CARDSTOCK_RECYCLE_AFTER', count.default(1_000)],
  sandbox: ['CARDSTOCK_SANDBOX', z.enum(['auto', 'on', 'off']).default('auto')],
  /** Where the inflated browser and the profiles live. */
  temporaryFolder: ['CARDSTOCK_TMP', z.string().min(1).optional()],
} as const;

type Settings = typeof settings;
type Parsed = { [Name in keyof Settings]: z.output<Settings[Name][1]> };

export interface Config extends Omit<Parsed, 'fallback'> {
  browsers: number;
  allowUnsigned: boolean;
  temporaryFolder: string;
  cacheFolder: string;
  store: NonNullable<Parsed['store']>;
  fallback: CardRequest | undefined;
  cloudinary: CloudinaryAccount | undefined;
  /** For the command line; a function on Netlify has its own way to the store. */
  netlifyAccess: NetlifyAccess | undefined;
  /** On AWS Lambda, which is where Netlify runs functions. */
  serverless: boolean;
  /** Behind Netlify's CDN, with its own headers and its own store. */
  netlify: boolean;
  production: boolean;
}

/**
 * Defaults, then the environment, validated and frozen.
 *
 * @throws {ConfigError} a variable has an invalid value, or production has no secret; the
 * message names the variable and the way out.
 */
export function readConfig(environment: Environment = process.env, overrides: Partial<Config> = {}): Config {
  const parsed = Object.fromEntries(
    Object.entries(settings).map(([name, [variable, schema]]) => [
      name,
      readSetting(variable, schema, environment),
    ]),
  ) as Parsed;
  const serverless = Boolean(environment['AWS_LAMBDA_FUNCTION_NAME']) && !environment['NETLIFY_DEV'];
  const netlify = serverless && Boolean(environment['SITE_ID']);
  const production = serverless || environment['NODE_ENV'] === 'production';
  const config: Config = {
    ...parsed,
    serverless,
    netlify,
    production,
    allowUnsigned: parsed.allowUnsigned ?? !production,
    browsers: parsed.browsers ?? (serverless ? 1 : availableParallelism()),
    temporaryFolder: parsed.temporaryFolder ?? tmpdir(),
    siteUrl: parsed.siteUrl ?? netlifyAddress(environment),
    store: parsed.store ?? (netlify ? 'netlify-blobs' : 'disk'),
    cacheFolder: parsed.cacheFolder ?? defaultCacheFolder(environment, serverless),
    cloudinary: readAccount(environment),
    netlifyAccess: readNetlifyAccess(environment),
    ...overrides,
  };
  checkTogether(config);
  return Object.freeze(config);
}

function readSetting(variable: string, schema: z.ZodType, environment: Environment): unknown {
  const value = environment[variable] || undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => issue.message).join('; ');
  // A secret that is too short is still a secret, and start-up errors end in logs.
  const shown = variable === 'OG_SECRETS' ? variable : `${variable}="${value}"`;
  throw new ConfigError(`${shown} is not valid: ${problems}`);
}

/** What is valid alone and wrong together. */
function checkTogether(config: Config): void {
  if (config.production && config.secrets.length === 0 && !config.allowUnsigned) {
    throw new ConfigError(
      'OG_SECRETS is not set, so anyone could have anything rendered: set it to what "cardstock secret" prints, ' +
        'or OG_ALLOW_UNSIGNED=true to allow that.',
    );
  }
  if (config.cloudinary && !config.siteUrl) {
    throw new ConfigError('OG_SITE_URL is not set: Cloudinary must be told where the cards are made.');
  }
}

/** What Netlify tells its builds and functions: the address of this deploy. */
function netlifyAddress(environment: Environment): string | undefined {
  const { CONTEXT: context, URL: main, DEPLOY_PRIME_URL: deploy } = environment;
  const address = context === 'production' ? main : (deploy ?? main);
  return address && URL.canParse(address) ? new URL(address).origin : undefined;
}

function readNetlifyAccess(environment: Environment): NetlifyAccess | undefined {
  const { NETLIFY_SITE_ID: siteID, NETLIFY_AUTH_TOKEN: token } = environment;
  return siteID && token ? { siteID, token } : undefined;
}

function defaultCacheFolder(environment: Environment, serverless: boolean): string {
  if (serverless) return join(tmpdir(), 'cardstock-cache'); // all else is read-only there
  return join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'cardstock');
}
