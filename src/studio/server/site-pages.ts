import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLocalImage } from '../../card/pictures/local-file.ts';
import { mapPictures } from '../../card/props.ts';
import type { CardRequest } from '../../card/resolve.ts';
import { ConfigError, InvalidParameterError } from '../../errors.ts';
import { locateImages } from '../../site/build/image-sources.ts';
import type { KnownPage } from '../../site/build/manifest.ts';
import { digestOf, type PageFile, readSitePage } from '../../site/build/page-files.ts';
import { planCards } from '../../site/build/plan.ts';
import { describeReason } from '../../site/build/report-words.ts';
import { listPages } from '../../site/read/list-pages.ts';
import { factsOfFile } from '../../site/read/page/facts-of-file.ts';
import type { PageAnswer, PageQuestion } from '../protocol.ts';
import { originsOf } from './page-origins.ts';
import type { Workshop } from './workshop.ts';

const maxListed = 2_000;

/** The pages of a built site, and the cards that `cardstock build` gives them. */
export class SitePages {
  readonly #workshop: Workshop;
  /** A page whose bytes stay is not read again. */
  readonly #known = new Map<string, KnownPage>();

  constructor(workshop: Workshop) {
    this.#workshop = workshop;
  }

  async list(): Promise<readonly string[]> {
    const { siteFolder } = this.#workshop;
    return siteFolder === undefined ? [] : (await listPages(siteFolder)).pages.slice(0, maxListed);
  }

  /** @throws {InvalidParameterError} there is no such page. */
  async ask({ address, html, fileName = 'page.html' }: PageQuestion): Promise<PageAnswer> {
    const files = await this.#readAll();
    if (html !== undefined) {
      const path = fileName.replaceAll(/[\\/]/g, '-');
      const dropped = { path, ...factsOfFile(Buffer.from(html), { path, siteUrl: this.#site() }) };
      return this.#answer(dropped, [...files.filter((file) => file.path !== path), dropped]);
    }
    if (this.#workshop.siteFolder === undefined) {
      throw new ConfigError('Which site? Start with "cardstock start --site-folder dist", or drop a page.');
    }
    const file = find(files, address ?? '', this.#site());
    if (file) return this.#answer(file, files);
    throw new InvalidParameterError(
      'address',
      `there is no page "${address}" in ${this.#workshop.siteFolder}`,
    );
  }

  async #answer(file: PageFile, files: readonly PageFile[]): Promise<PageAnswer> {
    const { cardstock, project, siteFolder: folder = '' } = this.#workshop;
    const { templates, config } = cardstock();
    const site = this.#site();
    const options = { folder, site, templates, imageHosts: config.imageHosts, mode: 'static' as const };
    const plan = await planCards(files, { ...options, config: project().config, overwrite: 'all' });
    const decision = plan.decide(file);
    if (!decision.request) {
      return { path: file.path, words: {}, reason: describeReason(decision.leftAlone), origins: [] };
    }
    const { page, request } = decision;
    const located = await this.#withPictures(await locateImages(request, templates, { folder, site, page }));
    const { template, props, variant, format, lang } = located;
    const { title, url, description, siteName, kind } = page;
    return {
      path: file.path,
      words: { title, url, description, siteName },
      kind,
      card: { template, props, variant, format, lang, isComplete: true },
      origins: originsOf(request.props, { page, look: plan.look.props, config: project().config }),
    };
  }

  /** What lies in the folder of the site the server cannot see: it comes along. */
  async #withPictures(request: CardRequest): Promise<CardRequest> {
    const { cardstock, siteFolder } = this.#workshop;
    if (siteFolder === undefined) return request;
    const { props: schema } = cardstock().templates.get(request.template);
    const props = await mapPictures(schema, request.props, async (source) => {
      if (!(await isLocalImage(source, siteFolder))) return source;
      const bytes = await readFile(join(siteFolder, source));
      return `data:application/octet-stream;base64,${bytes.toString('base64')}`;
    });
    return { ...request, props };
  }

  async #readAll(): Promise<PageFile[]> {
    const { siteFolder: folder } = this.#workshop;
    if (folder === undefined) return [];
    const site = this.#site();
    const known = { site: site.href, pages: this.#known, images: new Map() };
    const files: PageFile[] = [];
    for (const path of (await listPages(folder)).pages) {
      const file = await readSitePage(path, { folder, site }, known);
      if (!file.known && file.facts) {
        const digest = digestOf(await readFile(join(folder, path)));
        this.#known.set(path, { digest, facts: file.facts, skipped: file.skipped });
      }
      files.push(file);
    }
    return files;
  }

  #site(): URL {
    const { config } = this.#workshop.project();
    const { siteUrl } = this.#workshop.cardstock().config;
    const url = new URL(config.site ?? siteUrl ?? 'https://example.com');
    if (!url.pathname.endsWith('/')) url.pathname += '/';
    return url;
  }
}

/** By its file, by its address, or by the path of that; with or without `index.html` and slashes. */
function find(files: readonly PageFile[], address: string, site: URL): PageFile | undefined {
  const bare = (path: string) => decodeURI(path).replace(/^\/+|(?:^|\/)index\.x?html?$|\.x?html?$|\/+$/g, '');
  const url = URL.canParse(address, site) ? new URL(address, site) : undefined;
  const wanted = [address, url?.pathname, url?.pathname.replace(site.pathname, '')].flatMap((path) =>
    path === undefined ? [] : [bare(path)],
  );
  const own = files.find(({ facts }) => facts !== undefined && url !== undefined && facts.url === url.href);
  return own ?? files.find(({ path }) => wanted.includes(bare(path)));
}
