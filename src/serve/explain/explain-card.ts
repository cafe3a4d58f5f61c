import { createHash } from 'node:crypto';
import type { Camera, Screenshot } from '../../camera/camera.ts';
import type { CameraSettings } from '../../camera/settings.ts';
import { type CardLayout, inspectLayout } from '../../camera/lint/inspect-layout.ts';
import { type CardDocument, renderDocument } from '../../card/document.ts';
import { findingsOf } from '../../card/findings.ts';
import { around } from '../../camera/lint/finding.ts';
import { FontTeller } from '../../card/fonts/drawn-with.ts';
import { scriptOf } from '../../card/fonts/language.ts';
import { furnish } from '../../card/furnish.ts';
import { illustrate, type MissingImage } from '../../card/illustrate.ts';
import { cacheKey } from '../../card/key.ts';
import type { GetPictureOptions, Pictures } from '../../card/pictures/pictures.ts';
import type { RawProps } from '../../card/props.ts';
import type { TemplateRegistry } from '../../card/registry.ts';
import { type Card, type CardRequest, resolveCard } from '../../card/resolve.ts';
import { formatCodePoint } from '../../card/text.ts';
import { inTemplateTime } from '../../card/time-of-template.ts';
import type { ImageCache, KeptImage } from '../cache/image-cache.ts';
import { storeKey } from '../cache/stores/store.ts';
import { Timings } from '../http/timings.ts';
import type { CacheReceipt, ImageReceipt, LanguageReceipt, Receipt, RunReceipt } from './receipt.ts';
import { tellIdentity } from './tell-identity.ts';
import { tellOtherPictures, tellPicturesOfProps } from './tell-pictures.ts';
import { tellProps } from './tell-props.ts';

export interface ExplainServices {
  readonly templates: TemplateRegistry;
  readonly pictures: Pictures;
  readonly cache: ImageCache;
  readonly camera: () => Promise<Camera>;
  readonly config: Pick<CameraSettings, 'budgetKilobytes'>;
}

export interface ExplainOptions extends GetPictureOptions {
  /** A picture whose source is written wrongly is left out, and costs not the card. @default false */
  readonly anySource?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Draws a card and tells all of it. It is always drawn, whatever the cache has, for only then there
 * is anything to tell of its layout; and it is not kept.
 *
 * @throws {CardstockError} as {@link resolveCard} and {@link Camera.take} say.
 */
export async function explainCard(
  request: CardRequest,
  services: ExplainServices,
  options: ExplainOptions = {},
): Promise<Receipt> {
  const { templates, cache, config } = services;
  const { signal } = options;
  const timings = new Timings();
  const camera = await services.camera();
  const made = await make(request, services, options, timings);
  const { card, document, asWritten, pictures, missingImages } = made;
  const key = cacheKey(document, card.format, camera.engine);
  const kept = await timings.measure('cache', () => cache.look(storeKey(card, key)));
  const screenshot = await camera.take(document, card.format, signal);
  timings.addScreenshot(screenshot.timings);
  const layout = await inspectLayout(document, camera, signal);
  const { missingGlyphs, missingFonts } = document;
  const { engine } = camera;
  const { budgetKilobytes } = config;
  return {
    template: card.template.name,
    variant: card.variant,
    example: card.example,
    props: tellProps(card, layersOf(request, card, templates)),
    language: tellLanguage(card, templates.language),
    runs: tellRuns(document, layout),
    missingGlyphs: missingGlyphs.map(formatCodePoint),
    missingFonts,
    headlines: layout.headlines,
    clamps: layout.clamps,
    pictures,
    image: tellImage(screenshot, budgetKilobytes),
    identity: tellIdentity({ key, asWritten, document, format: card.format, engine, budgetKilobytes }),
    timings: timings.phases.map(({ name, durationMs }) => ({ name, durationMs })),
    cache: tellCache(kept, screenshot),
    findings: findingsOf({ ...screenshot, missingGlyphs, missingFonts, missingImages }),
  };
}

/** The way of every card, with a look at what is between its steps. */
async function make(
  request: CardRequest,
  { templates, pictures }: ExplainServices,
  options: ExplainOptions,
  timings: Timings,
) {
  const { anySource = false } = options;
  const resolved = await timings.measure('parse', () => resolveCard(request, templates, { anySource }));
  const asWritten = await timings.measure('html', () => documentOf(resolved));
  const begun = await timings.measure('images', () => illustrate(resolved, pictures, options));
  const plain = begun.card === resolved ? asWritten : documentOf(begun.card);
  const furnished = await timings.measure('furnish', () => furnish(plain, pictures, options));
  const missing: readonly MissingImage[] = furnished.missingImages;
  return {
    card: resolved,
    asWritten,
    document: furnished.document,
    pictures: [
      ...tellPicturesOfProps(begun),
      ...(await tellOtherPictures(plain, missing, pictures, options)),
    ],
    missingImages: [...begun.missingImages, ...missing].map(({ prop, error }) => ({
      prop,
      reason: error.reason,
    })),
  };
}

function documentOf(card: Card): CardDocument {
  return inTemplateTime(() => renderDocument(card), card.template);
}

function layersOf({ props, example, isComplete }: CardRequest, card: Card, templates: TemplateRegistry) {
  const examples = card.template.examples as Readonly<Record<string, RawProps>>;
  return {
    given: props,
    example: (example !== undefined && examples[example]) || {},
    config: isComplete ? {} : templates.defaultsFor(card.template),
  };
}

function tellLanguage({ lang, language }: Card, siteLanguage: string): LanguageReceipt {
  const guessed = language === siteLanguage ? 'site' : 'script';
  return {
    tag: language,
    because: lang === undefined ? guessed : 'given',
    script: scriptOf(language),
  };
}

function tellRuns({ faces }: CardDocument, { blocks, ownFaces }: CardLayout): RunReceipt[] {
  const teller = new FontTeller(faces, ownFaces);
  return blocks
    .flatMap(({ runs }) => runs)
    .map(({ selector, text, lines, fontSize, fontWeight, fontStyle, fontFamily, textTransform }) => {
      const style = { families: fontFamily, weight: fontWeight, isItalic: fontStyle !== 'normal' };
      const fonts = teller.tell(transformed(text, textTransform), style);
      const box = around(lines.map((line) => line.box));
      return { selector, text, sizePx: Math.round(fontSize * 10) / 10, weight: fontWeight, fonts, box };
    });
}

function transformed(text: string, transform: string): string {
  if (transform === 'uppercase') return text.toUpperCase();
  return transform === 'lowercase' ? text.toLowerCase() : text;
}

function tellImage(screenshot: Screenshot, budgetKilobytes: number): ImageReceipt {
  const { bytes, format, width, height, quality, overBudget } = screenshot;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const budgetBytes = budgetKilobytes * 1000;
  return { format, width, height, quality, bytes: bytes.length, budgetBytes, overBudget, sha256 };
}

function tellCache(kept: KeptImage | undefined, { bytes }: Screenshot): CacheReceipt {
  if (!kept) return { state: 'none' };
  const { image, origin } = kept;
  return {
    state: origin,
    createdAt: new Date(image.createdAt).toISOString(),
    isSame: image.bytes.equals(bytes),
  };
}
