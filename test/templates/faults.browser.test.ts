import { afterAll, describe, expect, it } from 'vitest';
import { Cardstock, variantNames } from '../../src/index.ts';
import type { RawProps } from '../../src/card/props.ts';
import { templates } from '../../templates/index.ts';

const cardstock = new Cardstock({ templates });
afterAll(() => cardstock.close());

const cards = templates.map(({ name, examples }) => ({
  name,
  examples: Object.entries(examples as Record<string, RawProps>),
}));

describe.each(cards)('$name', ({ name, examples }) => {
  it.each(variantNames)('is without fault in the variant %s', async (variant) => {
    const shown = variant.endsWith('@2x') ? examples.slice(0, 1) : examples; // more pixels of the same layout
    const faults = await Promise.all(
      shown.map(async ([example, props]) => {
        const findings = await cardstock.lint({ template: name, props, variant });
        const errors = findings.filter(({ severity }) => severity === 'error');
        return errors.map(({ rule, selector, message }) => `${example}: ${rule} ${selector} ${message}`);
      }),
    );
    expect(faults.flat()).toEqual([]);
  });

  it('can be read with any brand colour, in both themes', async () => {
    const [, props] = examples[0]!;
    for (const theme of ['light', 'dark']) {
      for (const brand of ['#ffe94a', '#0a0a0a', '#ff0000', '#ffffff', '#7a7a7a']) {
        const findings = await cardstock.lint({ template: name, props: { ...props, theme, brand } });
        expect([theme, brand, ...findings.filter(({ severity }) => severity === 'error')]).toEqual([
          theme,
          brand,
        ]);
      }
    }
  });
});
