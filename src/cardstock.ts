import { ImageCache } from './serve/cache/image-cache.ts';
import { openStore } from './serve/cache/stores/open-store.ts';
import { type StoreKey, storeKey } from './serve/cache/stores/store.ts';
import { describeProps, type RawProps } from './card/props.ts';
import { TemplateRegistry } from './card/registry.ts';
import { type CardRequest, resolveCard } from './card/resolve.ts';
import type { Template } from './card/template.ts';
import { renderDocument } from './card/document.ts';
import { ConfigError, QueueFullError } from './errors.ts';
import { adminApi } from './pictures/admin/admin-api.ts';
import { hasApi } from './pictures/admin/settings.ts';
import type { Probes } from './serve/operate/health.ts';
import { type CardImage, describeFile } from './card/card-image.ts';
import { pinnedEngine } from './card/engine.ts';
import { altOf } from './card/alt.ts';
import { furnish } from './card/furnish.ts';
import { illustrate } from './card/illustrate.ts';
import { cacheKey } from './card/key.ts';
import type { Camera } from './camera/camera.ts';
import { type CardDraft, describeImage, type OpenGraphImage } from './camera/open-graph-image.ts';
import type { CameraLoad } from './camera/screenshot.ts';
import { sandboxSentence } from './camera/chromium/sandbox.ts';
import { cloudinaryUrl } from './serve/cloudinary/delivery-url.ts';
import { type Config, readConfig } from './config.ts';
import type { ExplainOptions } from './serve/explain/explain-card.ts';
import type { Receipt } from './serve/explain/receipt.ts';
import { FallbackPictures } from './serve/fallback/fallback-pictures.ts';
import { Identifier } from './serve/http/identify.ts';
import { SlowCards } from './serve/http/slow-cards.ts';
import { type GetPictureOptions, Pictures } from './card/pictures/pictures.ts';
import { ClientLimit } from './serve/http/client-limit.ts';
import { LoadShed } from './serve/http/load-shed.ts';
import { observed } from './serve/http/observe.ts';
import { toResponse } from './serve/http/answer.ts';
import { answerCard } from './serve/http/answer-card.ts';
import type { CardSizes } from './serve/http/card-size.ts';
import { answerAt, type Answers, type NodeHandler, nodeHandler } from './serve/express/node-handler.ts';
import { answerRedirect } from './serve/http/answer-redirect.ts';
import { answerPicture } from './pictures/sized/answer-picture.ts';
import { openOriginals } from './pictures/originals/open-originals.ts';
import { pictureTag, type PictureTagOptions } from './pictures/sized/picture-tag.ts';
import { pictureUrl, type PictureUrlOptions } from './pictures/sized/picture-url.ts';
import { SizedPictures } from './pictures/sized/sized-pictures.ts';
import { sizeOf } from './pictures/sized/size.ts';
import { sizesOfCards } from './pictures/sized/sizes-of-cards.ts';
import type { LintFinding } from './camera/lint/rules.ts';
import type { Paths } from './serve/url/paths.ts';
import { queryUrl, receiptUrl, sizedUrl } from './serve/url/query-url.ts';
import { warn } from './system/report.ts';
import { type CardUrlOptions, onSite, sealedPath, whereCardsAre } from './serve/url/sealed-url.ts';
import { signedUrl, type SigningOptions } from './serve/url/signed-url.ts';

export interface CardstockOptions {
  readonly templates: readonly Template[];
  /** Props for every card whose template has them and whose request does not say: a colour, a logo. */
  readonly defaults?: RawProps;
  /** Settings that take precedence over the environment. */
  readonly config?: Partial<Config>;
  /** Where settings are read from. @default process.env */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Where cards are answered: `{ card: '/api/og' }`, and all else lies below. */
  readonly paths?: Partial<Paths>;
  /** What that is mounted below, as in `/cards`. */
  readonly basePath?: string;
}

/** Of what a request may take: as long as a render, and enough is left for one of one's own. */
const leaseShare = 1 / 4;

interface Designs {
  readonly templates: TemplateRegistry;
  readonly identifier: Identifier;
  readonly fallback: FallbackPictures;
  readonly slowCards: SlowCards;
}

/** An image generator of your own templates. No browser is touched before a card asks for one. */
export class Cardstock {
  readonly config: Config;
  readonly #defaults: RawProps;
  readonly #cache: ImageCache;
  readonly #limit: ClientLimit | undefined;
  readonly #loadShed: LoadShed | undefined;
  #designs: Designs;
  readonly #pictures: Pictures;
  readonly #sized: SizedPictures | undefined;
  readonly #sizes: CardSizes;
  #camera: Promise<Camera> | undefined;

  /**
   * @throws {ConfigError} a variable of the environment is not valid, or production has no secret.
   * @throws {TemplateError} a template is declared wrongly.
   */
  constructor({ templates, defaults = {}, config, environment = process.env, ...mount }: CardstockOptions) {
    this.config = readConfig(withMount(environment, mount), config);
    this.#defaults = defaults;
    this.#pictures = new Pictures(
      {
        allowedHosts: this.config.imageHosts,
        ...(this.config.imageFolder && { rootFolder: this.config.imageFolder }),
      },
      this.config.production ? warn : undefined,
    );
    this.#cache = new ImageCache(openStore(this.config), {
      memoryBytes: this.config.memoryMegabytes * 1_000_000,
      leaseMs: this.config.timeoutMs * leaseShare,
    });
    this.#sized = this.#openPictures();
    this.#sizes = sizesOfCards(this.config.pictureRules);
    this.#limit = this.config.production ? new ClientLimit(this.config.requestsPerMinute) : undefined;
    const { production, serverless, maxLoopLagMs } = this.config;
    this.#loadShed = production && !serverless ? new LoadShed(maxLoopLagMs) : undefined;
    this.#designs = this.#designsOf(templates);
    if (hasApi(this.config))
      this.answers.api = observed('api', adminApi(this.config, { limit: this.#limit, memory: this.#cache }));
  }

  #openPictures(): SizedPictures | undefined {
    const { pictures, s3Endpoint, pictureRules } = this.config;
    if (pictures === undefined) return undefined;
    return new SizedPictures(openOriginals(pictures, { s3Endpoint }), this.#cache, pictureRules);
  }

  get templates(): TemplateRegistry {
    return this.#designs.templates;
  }

  /**
   * From the next request on there are these templates. For a server whose templates are being
   * edited: its browsers and its cache stay.
   *
   * @throws {TemplateError} a template is declared wrongly; the old ones stay.
   */
  useTemplates(templates: readonly Template[]): void {
    this.#designs = this.#designsOf(templates);
  }

  /** All that knows the templates. */
  #designsOf(list: readonly Template[]): Designs {
    const { language, loadTimeoutMs } = this.config;
    const templates = new TemplateRegistry(list, { language, defaults: this.#defaults, loadTimeoutMs });
    const pictures = this.#pictures;
    const { fallback: card } = this.config;
    return {
      templates,
      identifier: new Identifier(templates, pictures),
      slowCards: new SlowCards(this.config.timeoutMs),
      fallback: new FallbackPictures({ card, templates, pictures, cache: this.#cache, camera: this.#open }),
    };
  }

  /** Answers a web-standard request with an image, a redirect or an error, and never throws. */
  readonly respond = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    return toResponse(await (answerAt(pathname, this.answers, this.config) ?? this.answers.card)(request));
  };

  /** Answers a readable request with a redirect to where its card is cached, and never throws. */
  readonly redirect = async (request: Request): Promise<Response> =>
    toResponse(await this.answers.redirect(request));

  /** Answers the requests of Node's own server, and of express and the like: `app.use('/cards', cardstock.handle)`. */
  readonly handle: NodeHandler = (request, response, next) =>
    nodeHandler(this.answers, () => this.config)(request, response, next);

  /** The same answers as bytes, for servers that can send these faster than a `Response`. */
  readonly answers: Answers & Required<Pick<Answers, 'picture'>> = {
    card: observed('card', (request) =>
      answerCard(request, {
        ...this.#designs,
        config: this.config,
        cache: this.#cache,
        camera: this.#open,
        limit: this.#limit,
        loadShed: this.#loadShed,
        sizes: this.#sizes,
        explain: (asked, signal) => this.explain(asked, { signal }),
      }),
    ),
    redirect: observed('redirect', (request) =>
      answerRedirect(request, { config: this.config, templates: this.templates, sizes: this.#sizes }),
    ),
    picture: observed('picture', (request) =>
      answerPicture(request, { config: this.config, pictures: this.#sized, limit: this.#limit }),
    ),
  };

  /**
   * Makes one image without HTTP and without the cache.
   *
   * @throws {CardstockError} as {@link resolveCard} and {@link Camera.take} say.
   */
  async render(request: CardRequest, options?: GetPictureOptions): Promise<OpenGraphImage> {
    return this.develop(await this.draft(request, options));
  }

  /**
   * All of a card but its picture, without a browser: its document, its text for those who
   * cannot see, and a key that is another one as soon as the picture would be.
   *
   * @throws {CardstockError} as {@link resolveCard} says; a picture with a wrong source is left out.
   */
  async draft(request: CardRequest, options: GetPictureOptions = {}): Promise<CardDraft> {
    const resolved = await resolveCard(request, this.templates, { anySource: true });
    const { card, missingImages } = await illustrate(resolved, this.#pictures, options);
    const { format, variant } = card;
    const { document, missingImages: others } = await furnish(renderDocument(card), this.#pictures, options);
    const missing = [...missingImages, ...others];
    return {
      document,
      template: card.template.name,
      format,
      variant,
      alt: altOf(card),
      key: cacheKey(document, format, pinnedEngine),
      isForGood: !card.template.load && !card.isProvisional && missing.length === 0,
      missingImages: missing.map(({ prop, error }) => ({ prop, reason: error.reason })),
    };
  }

  /**
   * @param signal Fires when nobody waits any more.
   * @throws {CardstockError} as {@link Camera.take} says.
   */
  async develop(draft: CardDraft, signal?: AbortSignal): Promise<OpenGraphImage> {
    const camera = await this.#open();
    return describeImage(await camera.take(draft.document, draft.format, signal), draft);
  }

  /**
   * The image of a draft from the store, and into it where nobody has made it yet: once for all
   * machines on one store.
   *
   * @param path Of the URL that shows it, as in `og/….jpg`.
   * @throws {CardstockError} as {@link Camera.take} says.
   */
  async developOnce(draft: CardDraft, path: string) {
    const camera = await this.#open();
    const take = (signal: AbortSignal) => camera.take(draft.document, draft.format, signal);
    const key = keyInStore(draft, camera);
    const { image, origin, isStored } = await this.#cache.getOrRender(key, take, { path });
    return { image, isStored, isNew: origin === 'rendered' };
  }

  /** Whether the store has the image of a draft; it is not fetched. */
  async isShared(draft: CardDraft, path: string): Promise<boolean> {
    return this.#cache.has(keyInStore(draft, await this.#open()), path);
  }

  /**
   * Makes one image as JPEG or as PNG, whichever is smaller: a flat design is sharper as PNG and
   * often lighter too. For whoever names the file afterwards; a URL names its format beforehand.
   *
   * @throws {CardstockError} as {@link render}.
   */
  async renderSmallest(request: CardRequest, options?: GetPictureOptions): Promise<OpenGraphImage> {
    const draft = await this.draft({ ...request, format: undefined }, options);
    const [camera, { takeSmallest }] = await Promise.all([this.#open(), import('./camera/take-smallest.ts')]);
    return describeImage(await takeSmallest(draft.document, camera), draft);
  }

  /**
   * Looks at the layout of a card: text that is cut off, covered, too small or too pale,
   * pictures that are not there, and CSS that says nothing.
   *
   * @throws {CardstockError} as {@link render}.
   */
  async lint(
    request: CardRequest,
    options?: GetPictureOptions,
    signal?: AbortSignal,
  ): Promise<LintFinding[]> {
    const { document, missingImages } = await this.draft(request, options);
    const { css } = this.templates.get(request.template);
    const [camera, { lintCard }] = await Promise.all([this.#open(), import('./camera/lint/lint-card.ts')]);
    return lintCard(document, camera, signal, { css, missingImages });
  }

  /**
   * All that is to be told of one card: where its props are from, which font file draws which
   * words, what was tried, what its key is made of.
   *
   * @throws {CardstockError} as {@link render}.
   */
  async explain(request: CardRequest, options?: ExplainOptions): Promise<Receipt> {
    const { explainCard } = await import('./serve/explain/explain-card.ts');
    const { templates, config } = this;
    const services = { templates, config, pictures: this.#pictures, cache: this.#cache, camera: this.#open };
    return explainCard(request, services, options);
  }

  /**
   * The URL of a card for `og:image`: absolute, signed, the same for the same card, another
   * one when its design changes. Cached for good wherever it passes. With a `size` it shows the
   * same picture smaller, for pages that list others.
   *
   * @throws {CardstockError} the card is not valid, does not fit into a URL, or `OG_SITE_URL` is not set.
   */
  async cardUrl(request: CardRequest, options: CardUrlOptions = {}): Promise<string> {
    if (options.size !== undefined) sizeOf(options.size, this.config.pictureRules);
    const card = await resolveCard(request, this.templates);
    return whereCardsAre(sealedPath(card, this.config, options), this.config);
  }

  /**
   * All that a page says of its card: its URL as {@link cardUrl} makes it, size, type and words.
   * It is what Next has in `openGraph.images`, and the `image` of `metaTags`. No browser is
   * needed to tell.
   *
   * @throws {CardstockError} as {@link cardUrl}.
   */
  async openGraph(request: CardRequest, options: SigningOptions = {}): Promise<CardImage> {
    const card = await resolveCard(request, this.templates);
    const url = whereCardsAre(sealedPath(card, this.config, options), this.config);
    const alt = altOf(card);
    return { url, ...describeFile(card.format, card.viewport), alt };
  }

  /**
   * The URL of the same card at Cloudinary, which asks this site for the picture once.
   *
   * @throws {CardstockError} as {@link cardUrl}, or no account is configured.
   */
  async cloudinaryUrl(request: CardRequest, options: SigningOptions = {}): Promise<string> {
    return cloudinaryUrl(await resolveCard(request, this.templates), this.config, options);
  }

  /**
   * The readable, signed URL that redirects to either of them: for what cannot compute one.
   *
   * @throws {CardstockError} the card is not valid, there is no such size, or `OG_SITE_URL` is not set.
   */
  async redirectUrl(request: CardRequest, { size, ...signing }: CardUrlOptions = {}): Promise<string> {
    const { template } = await resolveCard(request, this.templates, { data: 'none' });
    const { secrets, paths, pictureRules } = this.config;
    const path = queryUrl(request, paths.redirect, describeProps(template.props));
    if (size !== undefined) sizeOf(size, pictureRules);
    const sized = size === undefined ? path : sizedUrl(path, size);
    return onSite(signedUrl(sized, secrets[0], signing), this.config);
  }

  /**
   * The readable, signed URL that answers with the receipt of a card, see {@link explain}, as JSON.
   *
   * @throws {CardstockError} the card is not valid, or `OG_SITE_URL` is not set.
   */
  async receiptUrl(request: CardRequest, options: SigningOptions = {}): Promise<string> {
    const { template } = await resolveCard(request, this.templates, { data: 'none' });
    const path = queryUrl(request, this.config.paths.card, describeProps(template.props));
    return onSite(signedUrl(receiptUrl(path), this.config.secrets[0], options), this.config);
  }

  /**
   * The URL of a picture of the site's own in a size, with the version of its content. It is signed
   * where the picture is private, or the URL expires.
   *
   * @param size Name of a variant, `200x200` where that is allowed, or `full`.
   * @throws {CardstockError} there is no such picture or size, or `OG_SITE_URL` is not set.
   */
  async pictureUrl(path: string, size: string, options: PictureUrlOptions = {}): Promise<string> {
    const { originals, rules } = this.#ownPictures();
    return pictureUrl(path, size, options, { originals, rules, config: this.config });
  }

  /**
   * The `<picture>` of a picture of the site's own, in all its widths and formats, with the room it
   * takes and something to look at until it is there.
   *
   * @throws {CardstockError} there is no such picture, or it cannot be shown.
   */
  async pictureTag(path: string, options: PictureTagOptions): Promise<string> {
    const { originals, rules, sketches } = this.#ownPictures();
    return pictureTag(path, options, { originals, rules, sketches, config: this.config });
  }

  #ownPictures(): SizedPictures {
    if (this.#sized) return this.#sized;
    throw new ConfigError('OG_PICTURES is not set: it says where the pictures lie.');
  }

  /** What must work before cards can be served, by name; each throws where it does not. */
  readonly probes: Probes = {
    card: () => this.#probeCard(),
    store: async () => {
      await this.#cache.probe();
      return this.config.store;
    },
    queue: async () => {
      const { waiting, maxWaiting } = (await this.#open()).load();
      if (waiting >= maxWaiting) throw new QueueFullError();
      return `${waiting} of ${maxWaiting} wait`;
    },
    sandbox: async () => {
      const camera = await this.#open();
      await camera.warm(); // what it has, the first browser tells
      return sandboxSentence(camera.load().sandbox!);
    },
  };

  /** What is tried of a machine before it serves, and of one that serves only now and then. */
  readonly rareProbes: Probes = {
    'store writes': () => this.#cache.probeWriting(),
  };

  /** Draws a card that comes from no cache. */
  async #probeCard(): Promise<void> {
    const [template] = this.templates;
    const [example] = Object.values(template?.examples ?? {});
    if (template && example) await this.render({ template: template.name, props: { ...example } });
  }

  /** What draws and encodes here, with versions: two engines may draw one card differently. */
  async engine(): Promise<string> {
    return (await this.#open()).engine;
  }

  /** What the browsers are busy with now; nothing before the first card. */
  async load(): Promise<CameraLoad | undefined> {
    const camera = await this.#camera?.catch(() => undefined);
    return camera?.load();
  }

  /** Starts a browser, and makes the fallback card, before the first card asks for them. */
  async warm(): Promise<void> {
    await Promise.all([this.warmCamera(), this.#designs.fallback.prepare()]);
  }

  /** The browser alone: for whoever makes cards and answers nobody. */
  async warmCamera(): Promise<void> {
    const camera = await this.#open();
    await camera.warm();
  }

  /** Finishes the accepted cards and leaves no Chromium behind. */
  async close(): Promise<void> {
    this.#loadShed?.close();
    const camera = await this.#camera?.catch(() => undefined);
    await camera?.close();
    await this.#cache.close();
  }

  /**
   * Loaded when needed: whoever only makes URLs, as `process-url` does, has no browser with
   * them. A failure is forgotten: the next card tries again.
   */
  readonly #open = (): Promise<Camera> => {
    this.#camera ??= import('./camera/camera.ts')
      .then(({ createCamera }) => createCamera(this.config))
      .catch((error: unknown) => {
        this.#camera = undefined;
        throw error;
      });
    return this.#camera;
  };
}

/** Of the browser that is here, and not of the one that names the files of a site. */
function keyInStore({ document, template, variant, format }: CardDraft, { engine }: Camera): StoreKey {
  return storeKey({ template: { name: template }, variant, format }, cacheKey(document, format, engine));
}

/** As the environment would say it, so that it is checked as well. */
function withMount(
  environment: NonNullable<CardstockOptions['environment']>,
  { paths, basePath }: Pick<CardstockOptions, 'paths' | 'basePath'>,
) {
  return {
    ...environment,
    ...(paths && { OG_PATHS: JSON.stringify(paths) }),
    ...(basePath !== undefined && { OG_BASE_PATH: basePath }),
  };
}
