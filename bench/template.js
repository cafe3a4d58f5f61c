import { article } from '../dist/templates/article.js';
import { css } from './card.js';
import { referenceMarkup } from './page.js';
import { referenceWith } from './reference.js';

/** The reference card. */
export const referenceTemplate = referenceWith(article.props);

/** The same with a headline that is measured, and must be made smaller to fit. */
export const fittedTemplate = {
  ...referenceTemplate,
  name: 'fitted',
  render: ({ title }) => referenceMarkup(title, { 'data-fit': '0.4' }),
  css: `${css} .title { height: 150px } h1 { font-size: 120px }`,
};

/** The same with every pixel's own colour in JPEG. */
export const fullChromaTemplate = { ...referenceTemplate, name: 'full-chroma', chroma: 'full' };
