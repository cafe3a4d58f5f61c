import type { CardDocument } from '../card/document.ts';
import type { Camera } from '../chromium/camera.ts';
import { applyRules, type LintFinding } from './rules.ts';
import { hideLetters, survey, type TextElement } from './survey.ts';

/**
 * Lays a card out in the real page and looks at what came of it: text that reaches out of the
 * card, is hidden, lies over other text, is too small or too pale for what is really behind it.
 *
 * @throws {CardstockError} as {@link Camera.take} does.
 */
export async function lintCard(document: CardDocument, camera: Camera): Promise<LintFinding[]> {
  const { elements, picture } = await camera.inspect(document, async (view) => {
    const found = (await view.evaluate(survey)) as TextElement[];
    await view.evaluate(hideLetters);
    return { elements: found, picture: await view.capture({ format: 'png', optimizeForSpeed: true }) };
  });
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(picture)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const backdrop = { data, width, height, scale: document.viewport.deviceScaleFactor };
  return applyRules({ document, elements, backdrop });
}
