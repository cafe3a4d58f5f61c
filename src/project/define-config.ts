import type { TailwindEntry } from '../card/dialects/tailwind/tailwind.ts';
import type { OwnSizes } from '../card/viewport.ts';
import type { Template } from '../card/template.ts';
import type { PictureOptions } from '../pictures/sized/rules.ts';
import type { Paths } from '../serve/url/paths.ts';
import type { SiteConfig } from '../site/build/site-config.ts';
import type { WarmSource } from '../site/warm/source.ts';

/** Where pictures are imported from, defined once under a name. */
export interface PictureImport {
  /** A folder, from that of the config; `s3://bucket/folder`, or `s3://bucket/start*`; a list of addresses. */
  readonly from: string;
  /** The folder that they come into, among the pictures. @default none */
  readonly prefix?: string;
}

/** What `cardstock.config.ts` says. The environment has the last word where both say something. */
export interface ProjectConfig extends SiteConfig {
  /** Where the site lives, as in `https://example.com`; `OG_SITE_URL`. */
  readonly site?: string;
  /** BCP 47; `OG_LANG`. @default 'en' */
  readonly language?: string;
  /** A folder with a template in each file, from the folder of the config; or the templates themselves. */
  readonly templates?: string | readonly Template[];
  /**
   * Tailwind 4 makes the styles of your templates: by its own theme, or by a stylesheet as in
   * `./theme.css`, from the folder of the config. @default false
   */
  readonly tailwind?: boolean | string | TailwindEntry;
  /**
   * Sizes of your own, by their names: `{ github: { width: 910, height: 550 } }`. A card of any
   * template may have them. @default none beside those that ship
   */
  readonly variants?: OwnSizes;
  /** Whether the templates that ship are there too; yours win where names meet. @default true */
  readonly gallery?: boolean;
  /**
   * Where `cardstock contact-sheet --update` keeps the pictures that were accepted, from the
   * folder of the config. @default `__golden__` in the folder of the templates
   */
  readonly goldenFolder?: string;
  /** Hosts that pictures may come from; `OG_IMAGE_HOSTS`. @default none */
  readonly imageHosts?: readonly string[];
  /** The folder that paths of pictures start from; `OG_IMAGE_FOLDER`. For `build` it is the site itself. */
  readonly imageFolder?: string;
  /** Where a server of your own answers: `{ card: '/api/og' }`, and all else lies below; `OG_PATHS`. */
  readonly paths?: Partial<Paths>;
  /** What that is mounted below, as in `/cards`; `OG_BASE_PATH`. */
  readonly basePath?: string;
  /**
   * Pictures of your own: where they lie (`from`, from the working folder; `OG_PICTURES`), and in which
   * sizes they are had; `OG_PICTURE_RULES`.
   */
  readonly pictures?: PictureOptions & { readonly from?: string };
  /**
   * What `cardstock warm <name>` warms and `cardstock import <name>` imports, by name:
   * `{ tech: { from: 's3://bucket/tech', prefix: 'tech-writing' } }`. What is only warmed may be a list.
   */
  readonly sources?:
    readonly WarmSource[] | Readonly<Record<string, Omit<WarmSource, 'name'> | PictureImport>>;
}

/** Types a config as it is written. */
export function defineConfig(config: ProjectConfig): ProjectConfig {
  return config;
}
