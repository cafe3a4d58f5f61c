import { css } from './card.js';
import { fontWeights } from './fonts.js';
import { referenceMarkup } from './page.js';

/**
 * The reference card as a template of Cardstock.
 *
 * @param schema Of our zod: the one among the peers is older.
 */
export const referenceWith = (schema) => ({
  name: 'reference',
  description: 'The card of the benchmark.',
  props: schema.pick({ title: true }),
  examples: { only: { title: 'Hello' } },
  fonts: [{ family: 'Inter', weights: fontWeights }],
  viewport: 'og',
  isQuick: true, // as those that ship
  alt: ({ title }) => title,
  render: ({ title }) => referenceMarkup(title),
  css,
});
