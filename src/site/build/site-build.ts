import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type CardImage, describeFile } from '../../card/card-image.ts';
import { plainText } from '../../card/marks.ts';
import type { CardRequest } from '../../card/resolve.ts';
import type { CardDraft } from '../../camera/open-graph-image.ts';
import type { Cardstock } from '../../cardstock.ts';
import { pathBehindBase } from '../../serve/url/paths.ts';
import type { ReplaceMode } from '../read/html/replaced-tags.ts';
import { metaTags } from '../tags/meta-tags.ts';
import type { MetaTag } from '../tags/meta-tag.ts';
import type { AddressHabit } from '../survey/address-habit.ts';
import { absoluteImages, locateImages } from './image-sources.ts';
import { ImageMaker } from './image-maker.ts';
import { ImageShelf, type MadeImage } from './image-shelf.ts';
import { areSame } from '../survey/count.ts';
import { listPages } from '../read/list-pages.ts';
import { type Manifest, readManifest, writeManifest } from './manifest.ts';
import { eachAtOnce } from './each-at-once.ts';
import { digestOf, type PageFile, readSitePage } from './page-files.ts';
import { type Decision, type Plan, planCards } from './plan.ts';
import { describeFailure } from './describe-failure.ts';
import { type BuildReport, ReportDraft } from './report.ts';
import { isInShard, type Shard } from './shard.ts';
import type { BuildMode, Overwrite, SiteConfig } from './site-config.ts';
import { writeWhole } from '../../system/write-whole.ts';

export interface BuildProgress {
  readonly done: number;
  readonly pages: number;
  readonly made: number;
}

export interface SiteBuildOptions {
  readonly folder: string;
  readonly site: URL;
  readonly mode: BuildMode;
  readonly cacheFolder: string;
  readonly cardstock: Cardstock;
  readonly config: SiteConfig;
  readonly addresses?: AddressHabit | undefined;
  readonly overwrite: Overwrite;
  /** The store of `cardstock` has what other machines have made, and gets what is made here. @default false */
  readonly isSharing?: boolean | undefined;
  /** The images of these pages, into the store, and nothing else. */
  readonly shard?: Shard | undefined;
  readonly dryRun?: boolean | undefined;
  readonly keepDays?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
}

const defaultKeepDays = 30;
const dayMs = 86_400_000;
const readersAtOnce = 16;

/**
 * One build of one site. First all pages are read, and the site is looked at as a whole; then
 * each gets its card and its tags, as many at a time as keep the browsers busy.
 */
export class SiteBuild {
  readonly #options: SiteBuildOptions;
  readonly #report = new ReportDraft();
  readonly #shelf: ImageShelf;
  readonly #now = Date.now();
  #manifest: Manifest = { site: '', pages: new Map(), images: new Map() };
  #maker: ImageMaker | undefined;

  constructor(options: SiteBuildOptions) {
    this.#options = options;
    this.#shelf = new ImageShelf(options.folder, options.cacheFolder);
  }

  async run(): Promise<BuildReport> {
    const { folder, cacheFolder, shard, signal } = this.#options;
    const isReadOnly = this.#isReadOnly;
    this.#manifest = await readManifest(cacheFolder);
    this.#maker = this.#makerOf(this.#manifest);
    this.#warmUp();
    const { pages, unreadable, drafts } = await listPages(folder);
    if (!isReadOnly) await Promise.all(drafts.map((path) => rm(join(folder, path), { force: true })));
    for (const path of unreadable) this.#fail(path, 'the folder cannot be read');
    try {
      const files = await this.#readAll(pages);
      const plan = await planCards(files, {
        ...this.#options,
        templates: this.#options.cardstock.templates,
        imageHosts: this.#options.cardstock.config.imageHosts,
      });
      const own = shard ? files.filter(({ path }) => isInShard(path, shard)) : files;
      await this.#finishAll(own, plan);
      signal?.throwIfAborted();
      this.#forgetPagesBut(pages);
      const removed = isReadOnly ? [] : await this.#removeOldImages();
      return this.#report.finish(shard ? own.length : pages.length, removed.length, plan);
    } finally {
      // After an interruption too: what was made need not be made again.
      if (!isReadOnly) await writeManifest(cacheFolder, { ...this.#manifest, site: this.#options.site.href });
    }
  }

  /** A first build will need a browser, which starts while the pages are read. */
  #warmUp(): void {
    const { mode, dryRun, cardstock } = this.#options;
    if (mode !== 'static' || dryRun || this.#manifest.images.size > 0) return;
    cardstock.warmCamera().catch(() => {}); // whoever needs it meets the failure
  }

  /** Other machines write what a shard only needs to know. */
  get #isReadOnly(): boolean {
    return this.#options.dryRun === true || this.#options.shard !== undefined;
  }

  #makerOf({ images }: Manifest): ImageMaker {
    const { cardstock, dryRun = false, isSharing = false, shard } = this.#options;
    const isShard = shard !== undefined;
    const [report, shelf, now] = [this.#report, this.#shelf, this.#now];
    return new ImageMaker({ cardstock, shelf, images, report, dryRun, isSharing, isShard, now });
  }

  async #readAll(paths: readonly string[]): Promise<PageFile[]> {
    const { folder, site, signal } = this.#options;
    const files: PageFile[] = [];
    await eachAtOnce(paths, readersAtOnce, signal, async (path) => {
      try {
        files.push(await readSitePage(path, { folder, site }, this.#manifest));
      } catch (error) {
        this.#fail(path, `cannot be read: ${describeFailure(error)}`);
      }
    });
    return files.sort((one, other) => (one.path < other.path ? -1 : 1));
  }

  async #finishAll(files: readonly PageFile[], plan: Plan): Promise<void> {
    const { cardstock, signal, onProgress } = this.#options;
    const atOnce = cardstock.config.browsers * 2; // one before the camera, one being read and written
    let done = 0;
    await eachAtOnce(files, atOnce, signal, async (file) => {
      try {
        await this.#finish(file, plan.decide(file));
      } catch (error) {
        signal?.throwIfAborted();
        this.#fail(file.path, describeFailure(error));
      }
      done += 1;
      onProgress?.({ done, pages: files.length, made: this.#report.made });
    });
  }

  /** Gives a page its card and its tags, or leaves it as it was made. */
  async #finish(file: PageFile, decision: Decision): Promise<void> {
    const { cardstock, folder, site } = this.#options;
    if (!decision.request) {
      this.#report.skip(file.path, decision.leftAlone);
      return file.facts ? this.#writeTags(file, [], 'none') : undefined; // it may have had a card before
    }
    const { page, replace } = decision;
    const { others = [], ...request } = decision.request;
    const located = await locateImages(request, cardstock.templates, { folder, site, page });
    const { images, made } = await this.#deliverAll(located, others);
    const allowHttp = site.protocol === 'http:'; // only a preview may
    const warnings = [...new Set(made.flatMap((image) => image.warnings))];
    this.#report.addCard({ page, image: made[0]?.name, bytes: sumOf(made), warnings });
    const [image, ...more] = images;
    const title = plainText(page.title); // as its card reads it
    const description = page.description ?? standInFor(title, page.siteName, site);
    const card = { ...page, title, description, image: image!, images: more };
    await this.#writeTags(file, metaTags(card, { allowHttp }).tags, replace);
  }

  /** A card in its first size and in the others, in this order. */
  async #deliverAll(request: CardRequest, others: readonly string[]) {
    const images: CardImage[] = [];
    const made: MadeImage[] = [];
    for (const card of [request, ...others.map((variant) => ({ ...request, variant }))]) {
      const draft = await this.#options.cardstock.draft(card, { isOwn: true });
      const delivered = await this.#deliver(card, draft);
      const file = describeFile(draft.format, draft.document.viewport);
      images.push({ url: delivered.url, ...file, alt: draft.alt });
      if (delivered.made) made.push(delivered.made);
    }
    return { images, made };
  }

  /** The address of a card's image, which is made now or when it is asked for. */
  async #deliver(request: CardRequest, draft: CardDraft): Promise<{ url: string; made?: MadeImage }> {
    const { mode, cardstock, site } = this.#options;
    if (mode === 'static') {
      const made = await this.#maker!.file(draft);
      return { url: new URL(`og/${made.name}`, site).href, made };
    }
    const asked = await absoluteImages(request, cardstock.templates, site);
    if (mode === 'cloudinary') return { url: await cardstock.cloudinaryUrl(asked) };
    const url = await cardstock.cardUrl(asked);
    const { basePath, paths } = cardstock.config;
    await this.#maker!.stock(draft, pathBehindBase(new URL(url).pathname, basePath, paths).slice(1));
    return { url };
  }

  async #writeTags(file: PageFile, tags: readonly MetaTag[], replace: ReplaceMode): Promise<void> {
    const { folder, dryRun, shard } = this.#options;
    const { path, known, facts, skipped } = file;
    const tagsDigest = digestOf(JSON.stringify([replace, tags]));
    if (tags.length > 0) this.#report.withCard.add(path);
    if (shard) return;
    if (known?.tagsDigest === tagsDigest) return; // not a byte would change
    const bytes = await readFile(join(folder, path));
    const taken = this.#manifest.pages.get(path)?.restore;
    const { injectTags } = await import('../read/html/inject.ts');
    const { file: after, changed, restore } = injectTags(bytes, tags, { replace, restore: taken });
    if (changed) {
      this.#report.changed.push(path);
      if (dryRun) await this.#showDiff(path, bytes, after);
      else await writeWhole(join(folder, path), after);
    }
    this.#manifest.pages.set(path, { digest: digestOf(after), facts, tagsDigest, skipped, restore });
  }

  async #showDiff(path: string, before: Buffer, after: Buffer): Promise<void> {
    const { diffOf } = await import('./diff.ts');
    this.#report.diffs.push(diffOf(path, before, after));
  }

  #fail(path: string, message: string): void {
    this.#report.failures.push({ path, message });
  }

  #forgetPagesBut(paths: readonly string[]): void {
    const there = new Set(paths);
    for (const path of this.#manifest.pages.keys()) if (!there.has(path)) this.#manifest.pages.delete(path);
  }

  /** Shares of last month still point at last month's image, so it stays for a while. */
  async #removeOldImages(): Promise<string[]> {
    const oldestMs = this.#now - (this.#options.keepDays ?? defaultKeepDays) * dayMs;
    const images = [...this.#manifest.images.values()];
    const old = images.filter(({ lastUsedAt }) => lastUsedAt < oldestMs).map(({ name }) => name);
    await this.#shelf.remove(old);
    for (const name of old) this.#manifest.images.delete(name);
    for (const image of this.#manifest.images.values()) await this.#shelf.publish(image);
    return old;
  }
}

function sumOf(images: readonly MadeImage[]): number {
  return images.reduce((sum, { bytes }) => sum + bytes, 0);
}

/**
 * WhatsApp shows no card where there is no description, and nobody needs the title twice: so it is
 * the name of the site, or its host.
 */
function standInFor(title: string, siteName: string | undefined, { host }: URL): string {
  return siteName === undefined || areSame(siteName, title) ? host : siteName;
}
