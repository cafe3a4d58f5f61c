import type { CardRequest } from '../card/resolve.ts';
import type { Template } from '../card/template.ts';
import type { Page } from '../site/page/page.ts';
import type { WarmSource } from '../site/warm/source.ts';

/** Which pages get which card. */
export interface Route {
  /** A glob over the path of a page, as in `/blog/**`, or a test of the page. */
  readonly match: string | ((page: Page) => boolean);
  readonly template: string;
  readonly variant?: CardRequest['variant'];
  readonly format?: CardRequest['format'];
  /** The props of a page's card; nothing for a page that shall have none. */
  fromPage?(page: Page): CardRequest['props'] | undefined;
}

/** What `cardstock.config.ts` says. The environment has the last word where both say something. */
export interface ProjectConfig {
  /** Where the site lives, as in `https://example.com`; `OG_SITE_URL`. */
  readonly site?: string;
  /** The site's name, for cards and `og:site_name`. */
  readonly name?: string;
  /** BCP 47; `OG_LANG`. @default 'en' */
  readonly language?: string;
  /** A folder with a template in each file, from the folder of the config; or the templates themselves. */
  readonly templates?: string | readonly Template[];
  /** Whether the templates that ship are there too; yours win where names meet. @default true */
  readonly gallery?: boolean;
  /** Props for every card whose template has them and whose page does not say: a brand colour, a logo. */
  readonly defaults?: CardRequest['props'];
  /** The first that matches a page is taken. */
  readonly routes?: readonly Route[];
  /** Hosts that pictures may come from; `OG_IMAGE_HOSTS`. @default none */
  readonly imageHosts?: readonly string[];
  /** The folder that paths of pictures start from; `OG_IMAGE_FOLDER`. For `build` it is the site itself. */
  readonly imageFolder?: string;
  /** What `cardstock warm <name>` warms. */
  readonly sources?: readonly WarmSource[];
}

/** Types a config as it is written. */
export function defineConfig(config: ProjectConfig): ProjectConfig {
  return config;
}
