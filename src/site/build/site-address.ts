import { ConfigError } from '../../errors.ts';
import { reachOf } from '../../system/network/hosts.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where the pages of a build will live: what was asked for, else what Netlify says. A path may
 * follow the host, for sites that live below one; where none does, it is `basePath`.
 *
 * @throws {ConfigError} nobody says, it is no https address, or a production build would point
 * its cards to where no crawler gets.
 */
export function siteAddress(
  asked: string | undefined,
  environment: Environment,
  isPreview = false,
  basePath?: string,
): URL {
  const text = asked ?? netlifyAddress(environment);
  if (!text) {
    throw new ConfigError(
      'Where will the site live? Say --site https://example.com, or "site" in cardstock.config.ts.',
    );
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) {
    throw new ConfigError(
      `--site ${text}: expected an address as in https://example.com or https://example.com/docs`,
    );
  }
  if (!isPreview && isProduction(environment)) refusePrivate(url);
  // What a tool calls its base: a path from the root; "./" and whole addresses say nothing of it.
  if (url.pathname === '/' && basePath && /^\/(?!\/)/.test(basePath)) url.pathname = basePath;
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/** A build is for production unless its surroundings say otherwise. */
function isProduction({ CONTEXT: netlify, VERCEL_ENV: vercel }: Environment): boolean {
  return (netlify ?? vercel ?? 'production') === 'production';
}

function refusePrivate(url: URL): void {
  const reach = reachOf(url.hostname);
  const problems = {
    private: 'no crawler can reach it',
    preview: 'it is the address of a preview',
    public: url.protocol === 'https:' ? undefined : 'platforms want https',
  };
  const problem = problems[reach];
  if (problem) {
    throw new ConfigError(
      `--site ${url.origin}: ${problem}. For a build that nobody will share, say --preview.`,
    );
  }
}

function netlifyAddress({
  CONTEXT: context,
  URL: main,
  DEPLOY_PRIME_URL: deploy,
}: Environment): string | undefined {
  return context === 'production' ? main : (deploy ?? main);
}
