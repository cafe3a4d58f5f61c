import { article } from '../dist/templates/article.js';
import { css } from './card.js';
import { fontWeights } from './fonts.js';
import { referenceMarkup } from './page.js';

/** The reference card as a template of Cardstock. */
export const referenceTemplate = {
  name: 'reference',
  description: 'The card of the benchmark.',
  props: article.props.pick({ title: true }), // our zod: the one among the peers is older
  examples: { only: { title: 'Hello' } },
  fonts: [{ family: 'Inter', weights: fontWeights }],
  viewport: 'og',
  alt: ({ title }) => title,
  render: ({ title }) => referenceMarkup(title),
  css,
};

/** The same with a headline that is measured, and must be made smaller to fit. */
export const fittedTemplate = {
  ...referenceTemplate,
  name: 'fitted',
  render: ({ title }) => referenceMarkup(title, { 'data-fit': '0.4' }),
  css: `${css} .title { height: 150px } h1 { font-size: 120px }`,
};

/** The same with every pixel's own colour in JPEG. */
export const fullChromaTemplate = { ...referenceTemplate, name: 'full-chroma', chroma: 'full' };
