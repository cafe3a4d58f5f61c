import { type Camera, createCamera, type Screenshot } from './chromium/camera.ts';
import { renderDocument } from './card/document.ts';
import { TemplateRegistry } from './card/registry.ts';
import { type CardRequest, resolveCard } from './card/resolve.ts';
import type { Template } from './card/template.ts';
import { type Config, readConfig } from './config.ts';
import { respond } from './http/respond.ts';

export interface CardstockOptions {
  readonly templates: readonly Template[];
  /** Settings that take precedence over the environment. */
  readonly config?: Partial<Config>;
}

/** A picture for a page, and the words for those who cannot see it. */
export interface OpenGraphImage extends Screenshot {
  readonly type: `image/${Screenshot['format']}`;
  readonly alt: string;
}

/**
 * An image generator of your own templates.
 *
 * Starts at once to inflate the browser, so that the first card finds it ready.
 */
export class Cardstock {
  readonly config: Config;
  readonly templates: TemplateRegistry;
  readonly #camera: Promise<Camera>;

  /**
   * @throws {ConfigError} a variable of the environment is not valid.
   * @throws {TemplateError} a template is declared wrongly.
   */
  constructor({ templates, config }: CardstockOptions) {
    this.config = readConfig(process.env, config);
    this.templates = new TemplateRegistry(templates);
    this.#camera = createCamera(this.config);
    this.#camera.catch(() => {}); // whoever asks for a card is told
  }

  /** Answers a web-standard request with an image or an error, and never throws. */
  readonly respond = (request: Request): Promise<Response> =>
    respond(request, { config: this.config, templates: this.templates, camera: this.#camera });

  /**
   * Makes one image without HTTP.
   *
   * @throws {CardstockError} as {@link resolveCard} and {@link Camera.take} say.
   */
  async render(request: CardRequest): Promise<OpenGraphImage> {
    const card = await resolveCard(request, this.templates);
    const camera = await this.#camera;
    const screenshot = await camera.take(renderDocument(card), card.format);
    return { ...screenshot, type: `image/${card.format}`, alt: card.template.alt(card.props) };
  }

  /** Starts a browser before the first card asks for one. */
  async warm(): Promise<void> {
    await (await this.#camera).warm();
  }

  /** Finishes the accepted cards and leaves no Chromium behind. */
  async close(): Promise<void> {
    await (await this.#camera).close();
  }
}
