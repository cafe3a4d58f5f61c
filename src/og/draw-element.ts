import { jsxTemplate } from 'preact/jsx-runtime';
import type { Screenshot } from '../camera/camera.ts';
import { renderMarkup } from '../card/dialects/markup.ts';
import { renderDocument } from '../card/document.ts';
import { dress } from '../card/dress.ts';
import { guessLanguage } from '../card/fonts/language.ts';
import type { Card } from '../card/resolve.ts';
import type { Template } from '../card/template.ts';
import type { Viewport } from '../card/variants.ts';
import { inlinePictures } from './inline-pictures.ts';
import { fontsOf, type ImageResponseOptions } from './options.ts';
import { bodyCss, debugCss, satoriCss } from './satori-css.ts';
import { sharedStudio } from './studio.ts';

/**
 * An image of an element.
 *
 * @throws {TypeError} it is no element.
 * @throws {CardstockError} a font cannot be used, or as {@link Camera.take} says.
 */
export async function drawElement(
  element: unknown,
  viewport: Viewport,
  options: ImageResponseOptions,
): Promise<Screenshot> {
  const studio = sharedStudio();
  const { html, hasUtilities } = markUp(element);
  const pictured = await inlinePictures(html, studio.picturesFrom(options.imageHosts));
  const words = html.replaceAll(/<[^>]*>/g, ' ');
  const card = cardOf(pictured, options, {
    viewport,
    language: options.language ?? guessLanguage(words, studio.language),
    tailwind: hasUtilities && utilities,
  });
  const [camera, dressed] = await Promise.all([studio.camera(), dress(card)]);
  return camera.take(renderDocument(dressed), card.format);
}

/** Without the preflight: an element is laid out as satori does until `tw` says otherwise. */
const utilities = {
  css: '@layer satori, theme, utilities;@import "tailwindcss/theme.css" layer(theme);@import "tailwindcss/utilities.css" layer(utilities);',
  folder: process.cwd(),
};

function markUp(element: unknown): { html: string; hasUtilities: boolean } {
  let hasUtilities = false;
  const html = renderMarkup(element, (props) => {
    if ('tw' in props) hasUtilities = true;
  });
  return { html, hasUtilities };
}

interface Setting {
  readonly viewport: Viewport;
  readonly language: string;
  readonly tailwind: Template['tailwind'];
}

function cardOf(html: string, options: ImageResponseOptions, { tailwind, ...setting }: Setting): Card {
  const fonts = fontsOf(options);
  const families = fonts.map(({ family }) => family);
  const template = {
    fonts,
    css: `${satoriCss}${bodyCss(families)}${options.debug ? debugCss : ''}`,
    tailwind,
    render: () => jsxTemplate([html]),
  } as Partial<Template> as Template;
  const { format = 'png' } = options;
  return { template, input: {}, props: {}, variant: 'og', format, lang: undefined, ...setting };
}
