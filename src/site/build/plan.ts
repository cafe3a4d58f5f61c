import type { TemplateRegistry } from '../../card/registry.ts';
import { judge } from '../judge/judge.ts';
import { type UnsharedKind, unsharedKind } from '../judge/left-alone.ts';
import type { ReplaceMode } from '../read/html/replaced-tags.ts';
import type { SkipReason } from '../read/html/reason-to-skip.ts';
import type { Page } from '../read/page/page.ts';
import type { AddressHabit } from '../survey/address-habit.ts';
import { type Look, readLook } from '../survey/look.ts';
import { type DisownedImage, disownedImages } from '../survey/page-images.ts';
import { homeOf, type Site, survey } from '../survey/site.ts';
import { readWebManifest } from '../survey/web-manifest.ts';
import { chooseCard, type PageCard } from './choose-card.ts';
import { readCovers } from './covers.ts';
import type { PageFile } from './page-files.ts';
import type { BuildMode, Overwrite, SiteConfig } from './site-config.ts';

/** Why a page gets no card. */
export type LeftAlone = SkipReason | UnsharedKind | 'no-route';

/** What shall become of a page, now that the whole site is known. */
export type Decision =
  | { readonly leftAlone: LeftAlone; readonly request?: undefined }
  | { readonly page: Page; readonly request: PageCard; readonly replace: ReplaceMode };

export interface Plan {
  /** Where the site will live. */
  readonly url: URL;
  readonly site: Site;
  readonly look: Look;
  readonly disowned: readonly DisownedImage[];
  decide(file: PageFile): Decision;
}

export interface PlanOptions {
  readonly folder: string;
  readonly site: URL;
  readonly config: SiteConfig;
  readonly templates: TemplateRegistry;
  readonly overwrite: Overwrite;
  readonly mode: BuildMode;
  readonly addresses?: AddressHabit | undefined;
  /** Hosts that pictures may be fetched from. */
  readonly imageHosts?: readonly string[] | undefined;
}

/** Looks at the site as a whole, so that each page can be judged by it. */
export async function planCards(files: readonly PageFile[], options: PlanOptions): Promise<Plan> {
  const { folder, site: url, config, templates, overwrite } = options;
  const shared = files.filter(({ skipped }) => !skipped).flatMap(({ facts }) => facts ?? []);
  const pages = shared.filter((facts) => !unsharedKind(facts));
  const home = homeOf(pages);
  const manifest = home ? await readWebManifest(home, { folder, url }) : undefined;
  const site = survey(pages, { name: config.name, appName: manifest?.name, habit: options.addresses });
  const [disowned, look, covers] = await Promise.all([
    overwrite === 'shared' ? disownedImages(pages, { folder, url }) : [],
    readLook(pages, { folder, url }, manifest),
    readCovers(pages, options),
  ]);
  // An address has no room for a picture.
  const { logo, ...rest } = look.props;
  const props = options.mode === 'static' && logo ? look.props : rest;
  const freed = new Set(disowned.flatMap(({ pages: paths }) => paths));
  return {
    url,
    site,
    look,
    disowned,
    decide({ path, facts, skipped }) {
      if (skipped || !facts) return { leftAlone: skipped ?? 'not-html' };
      const unshared = unsharedKind(facts);
      if (unshared) return { leftAlone: unshared };
      const hasImage = facts.images.length > 0;
      if (hasImage && overwrite !== 'all' && !freed.has(path)) return { leftAlone: 'own-image' };
      const page = judge(facts, site);
      const request = chooseCard(page, config, templates, { look: props, cover: covers.get(path) });
      if (!request) return { leftAlone: 'no-route' };
      return { page, request, replace: overwrite === 'all' ? 'all' : hasImage ? 'image' : 'none' };
    },
  };
}
