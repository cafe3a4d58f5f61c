import { ConfigError } from '../../errors.ts';
import { reachOf } from '../../system/network/hosts.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How the options of a build are written where it is called. */
export interface OptionNames {
  readonly site: string;
  readonly preview: string;
}

export const optionNames = {
  command: { site: '--site https://example.com', preview: '--preview' },
  plugin: { site: "site: 'https://example.com' in its options", preview: 'preview: true in its options' },
} as const satisfies Record<string, OptionNames>;

/**
 * Where the pages of a build will live: what was asked for, else what Netlify says. A path may
 * follow the host, for sites that live below one; where none does, it is `basePath`.
 *
 * @param naming How whoever asks says `site` and `preview`: options of a command, or of a plugin.
 * @throws {ConfigError} nobody says, it is no https address, or a production build would point
 * its cards to where no crawler gets.
 */
export function siteAddress(
  asked: string | undefined,
  environment: Environment,
  isPreview = false,
  basePath?: string,
  naming: OptionNames = optionNames.plugin,
): URL {
  const text = asked ?? netlifyAddress(environment);
  if (!text) {
    throw new ConfigError(
      `Where will the site live? Say ${naming.site}, or site: 'https://example.com' in cardstock.config.ts.`,
    );
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) {
    throw new ConfigError(
      `The site is "${text}": expected an address as in https://example.com or https://example.com/docs.`,
    );
  }
  if (!isPreview && isProduction(environment)) refusePrivate(url, naming);
  // What a tool calls its base: a path from the root; "./" and whole addresses say nothing of it.
  if (url.pathname === '/' && basePath && /^\/(?!\/)/.test(basePath)) url.pathname = basePath;
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/** A build is for production unless its surroundings say otherwise. */
function isProduction({ CONTEXT: netlify, VERCEL_ENV: vercel }: Environment): boolean {
  return (netlify ?? vercel ?? 'production') === 'production';
}

function refusePrivate(url: URL, naming: OptionNames): void {
  const reach = reachOf(url.hostname);
  const problems = {
    private: 'no crawler can reach it',
    preview: 'it is the address of a preview',
    public: url.protocol === 'https:' ? undefined : 'platforms want https',
  };
  const problem = problems[reach];
  if (problem) {
    throw new ConfigError(
      `The site is ${url.origin}: ${problem}. For a build that nobody will share, say ${naming.preview}.`,
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
