import type { CardDocument } from '../../card/document.ts';
import type { Camera } from '../camera.ts';
import type { CardView } from '../page/card-page.ts';
import type { Capture } from '../page/shutter.ts';
import type { Pixels } from './contrast.ts';
import { checkStyle, type StyleDeclaration } from '../../card/styles/check-style.ts';
import { misunderstood } from './css-errors.ts';
import type { CardMaterial, InertElement, LintFinding, Place } from './finding.ts';
import { brokenPictures } from './page/broken.ts';
import { inertElements } from './page/inert.ts';
import { hideInk } from './page/ink.ts';
import { applyRules } from './rules.ts';
import { survey, type TextBlock } from './survey.ts';

const lossless: Capture = { format: 'png', optimizeForSpeed: true };

/**
 * Lays a card out in the real page and looks at what came of it: text that is cut, lies over
 * other text, or is too small or too pale to be read; pictures that are not there; CSS that says
 * nothing. Text that stylesheets generate is not
 * looked at, and what every text is judged by is where it came to lie, not its stylesheet.
 *
 * @throws {CardstockError} as {@link Camera.take} does.
 */
export async function lintCard(
  document: CardDocument,
  camera: Camera,
  signal?: AbortSignal,
  material: CardMaterial = {},
): Promise<LintFinding[]> {
  const { declarations } = checkStyle(material.css ?? '');
  const seen = await camera.inspect(document, (view) => look(view, declarations), signal);
  const { ink, ground, ...layout } = seen;
  const scale = document.viewport.deviceScaleFactor;
  const [inkPixels, groundPixels] = await Promise.all([develop(ink, scale), develop(ground, scale)]);
  return applyRules({ ...layout, ...material, document, ink: inkPixels, ground: groundPixels });
}

async function look(view: CardView, declarations: readonly StyleDeclaration[]) {
  const broken = (await view.evaluate(brokenPictures)) as Place[];
  const inert = (await view.evaluate(inertElements)) as InertElement[];
  const misread = (await view.evaluate(misunderstood(declarations))) as StyleDeclaration[];
  const blocks = (await view.evaluate(survey)) as TextBlock[];
  const ink = await view.capture(lossless);
  await view.evaluate(hideInk);
  const ground = await view.capture(lossless);
  return { blocks, broken, inert, misunderstood: misread, ink, ground };
}

async function develop(picture: Buffer, scale: number): Promise<Pixels> {
  const { default: sharp } = await import('sharp');
  const rgb = sharp(picture).removeAlpha().toColourspace('srgb').raw();
  const { data, info } = await rgb.toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, scale };
}
