import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, palette, readableOn, type Theme } from '../../templates/parts/palette.ts';

const anyColor = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
const pairs = [
  ['--ink', '--ground'],
  ['--ink', '--wash'],
  ['--soft', '--ground'],
  ['--soft', '--wash'],
  ['--accent', '--ground'],
  ['--accent', '--wash'],
  ['--on-brand', '--brand'],
  ['--on-brand-soft', '--brand'],
] as const;

describe('a palette', () => {
  it('can be read in both themes, whatever the brand colour', () => {
    fc.assert(
      fc.property(anyColor, fc.constantFrom<Theme>('light', 'dark'), (brand, theme) => {
        const colors = palette({ theme, brand });
        for (const [text, ground] of pairs) {
          expect([text, ground, contrast(colors[text], colors[ground]) >= 4.5]).toEqual([text, ground, true]);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves a brand colour alone that can be read as it is', () => {
    expect(palette({ theme: 'light', brand: '#1B2A6B' })).toMatchObject({
      '--brand': '#1b2a6b',
      '--accent': '#1b2a6b',
      '--on-brand': '#ffffff',
    });
  });

  it('reads short colours', () => {
    expect(palette({ theme: 'dark', brand: '#f80' })['--brand']).toBe('#ff8800');
  });
});

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrast('#000', '#fff')).toBeCloseTo(21);
    expect(contrast('#777', '#fff')).toBeCloseTo(4.48, 2);
    expect(contrast('#fff', '#ff0000')).toBeCloseTo(4.0, 1);
  });

  it('ends at the ink where nothing less will do', () => {
    expect(readableOn('#ffffff', '#ffffff', '#000000', 21)).toBe('#000000');
  });
});
