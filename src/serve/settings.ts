import * as z from 'zod';
import type { CardRequest } from '../card/resolve.ts';
import { type Deployment, readDeployment } from '../system/settings/deployment.ts';
import { descriptorLimit } from '../system/descriptors.ts';
import { count, flag, json, list, port } from '../system/settings/schemas.ts';
import { completePaths } from './url/paths.ts';
import { type Environment, type Setting, setting, type Values } from '../system/settings/setting.ts';

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

const cardRequest = json('{"template":"plain","props":{"title":"My site"}}').pipe(
  z.strictObject({ template: z.string(), props: z.record(z.string(), z.unknown()) }),
);

const pathForm = /^(?:\/[\w.~-]+)+\/?$/;
const path = z.string().regex(pathForm, 'expected a path, as in /api/og');

const paths = json('{"card":"/api/og"}')
  .pipe(z.strictObject({ card: path, sealed: path, redirect: path, pictures: path }).partial())
  .transform(completePaths);

const basePath = z
  .string()
  .transform((text) => text.replace(/\/$/, ''))
  .refine((text) => text === '' || pathForm.test(text), { error: 'expected a path, as in /cards' });

const fallback: Setting<CardRequest | undefined> = setting('OG_FALLBACK', cardRequest.optional(), {
  about: 'the card for bad times: `{"template":"plain","props":{"title":"My site"}}`',
  shownDefault: 'a drawing without words',
});

const proxies = z.string().transform((text) => (/^\d+$/.test(text) ? Number(text) : text));

export const serveSettings = {
  secrets: setting('OG_SECRETS', secrets.default([]), {
    about: 'the first signs, all verify; 32 bytes and more each, with commas between',
    shownDefault: 'none; needed in production',
    isSecret: true,
  }),
  allowUnsigned: setting('OG_ALLOW_UNSIGNED', flag, {
    about: 'whether anyone may have a card made',
    shownDefault: '`true` locally, `false` in production',
    byDefault: (environment) => !readDeployment(environment).production,
  }),
  siteUrl: setting('OG_SITE_URL', origin.optional(), {
    about: 'where card URLs begin, as in `https://example.com`',
    shownDefault: 'what Netlify says',
    byDefault: netlifyAddress,
  }),
  cardsUrl: setting('OG_CARDS_URL', origin.optional(), {
    about:
      'where sealed card URLs begin, if a CDN has another name than the site: `https://cards.example.com`',
    shownDefault: 'as `OG_SITE_URL`',
  }),
  paths: setting('OG_PATHS', paths.default(completePaths({})), {
    about: 'where cards are answered: `{"card":"/api/og"}`, and if need be `sealed` and `redirect`',
    shownDefault: "Netlify's, and `/og/`",
  }),
  basePath: setting('OG_BASE_PATH', basePath.default(''), {
    about: 'what all of that is mounted below, as in `/cards`; no part of what is signed',
    shownDefault: 'none',
  }),
  fallback,
  port: setting('PORT', port.default(8888), {
    about: 'where `start` listens; `0` takes any free port',
  }),
  /** Loopback by default: a local server accepts unsigned requests. */
  host: setting('HOST', z.string().min(1).default('127.0.0.1'), {
    about: 'the address `start` listens at',
  }),
  allowedHosts: setting('OG_ALLOWED_HOSTS', list.default([]), {
    about: 'names that a local server answers to beside `localhost`, with commas between',
  }),
  maxConnections: setting('CARDSTOCK_MAX_CONNECTIONS', count, {
    about: 'connections at once; silent ones make way, requests beyond get 503',
    shownDefault: 'what the limit of open files leaves, 2048 at most',
    byDefault: () => connectionsWithin(descriptorLimit()),
  }),
  headersTimeoutMs: setting('CARDSTOCK_HEADERS_TIMEOUT_MS', count.default(10_000), {
    about: 'until the head of a request must be there',
  }),
  requestTimeoutMs: setting('CARDSTOCK_REQUEST_TIMEOUT_MS', count.default(30_000), {
    about: 'until all of a request must be there',
  }),
  /** Load balancers drop theirs after 60 s, and must be the first: else they ask where nobody is any more. */
  idleTimeoutMs: setting('CARDSTOCK_IDLE_TIMEOUT_MS', count.default(65_000), {
    about: 'until a connection on which nothing moves is closed; longer than that of a proxy in front',
  }),
  maxLoopLagMs: setting('CARDSTOCK_MAX_LOOP_LAG_MS', count.default(250), {
    about:
      'how late the event loop may be before new cards that nobody signed get 503, in production; at twice that signed ones do',
  }),
  shutdownMs: setting('CARDSTOCK_SHUTDOWN_MS', count.default(10_000), {
    about: 'what `start` has left to finish after SIGTERM',
  }),
  trustProxy: setting('CARDSTOCK_TRUST_PROXY', proxies.optional(), {
    about: 'whose `X-Forwarded-For` counts: how many proxies are in front, or their addresses',
    shownDefault: 'nobody',
  }),
  requestsPerMinute: setting('CARDSTOCK_REQUESTS_PER_MINUTE', count.default(600), {
    about: 'how many unsigned and refused requests an address may send, in production; signed ones are free',
  }),
};

export interface ServeSettings extends Values<typeof serveSettings>, Deployment {}

/**
 * Half of what is left, so that each request may open a file or a socket of its own. Node
 * holds 25 descriptors, each browser three, and ten more while it starts.
 */
export function connectionsWithin(descriptors = Infinity): number {
  const keptBack = 48;
  return Math.min(Math.max(Math.floor((descriptors - keptBack) / 2), 4), 2_048);
}

/** What Netlify tells its builds and functions: the address of this deploy. */
function netlifyAddress(environment: Environment): string | undefined {
  const { CONTEXT: context, URL: main, DEPLOY_PRIME_URL: deploy } = environment;
  const address = context === 'production' ? main : (deploy ?? main);
  return address && URL.canParse(address) ? new URL(address).origin : undefined;
}
