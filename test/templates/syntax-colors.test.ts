import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roles } from '../../templates/parts/syntax-roles.ts';
import { contrast, type Theme } from '../../templates/parts/palette.ts';
import { syntaxColors } from '../../templates/parts/syntax-colors.ts';

const papers = {
  light: { ground: '#fbfaf6', ink: '#1a1c22' },
  dark: { ground: '#10131a', ink: '#eceae4' },
} as const;
const anyColor = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

const colorsOf = (theme: Theme, brand: string) => syntaxColors({ theme, brand, ...papers[theme] });

describe('the colours of code', () => {
  it('can be read in both themes, whatever the brand colour', () => {
    fc.assert(
      fc.property(anyColor, fc.constantFrom<Theme>('light', 'dark'), (brand, theme) => {
        const colors = colorsOf(theme, brand);
        for (const role of roles) {
          const readable = contrast(colors[`--${role}`], papers[theme].ground) >= 4.5;
          expect([role, readable]).toEqual([role, true]);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('tell strings, names, constants and types apart', () => {
    for (const theme of ['light', 'dark'] as const) {
      for (const brand of ['#e0452b', '#2f5bea', '#0b7a5e', '#000', '#ffe94a']) {
        const colors = colorsOf(theme, brand);
        const four = [colors['--string'], colors['--name'], colors['--constant'], colors['--type']];
        expect(new Set(four).size).toBe(4);
      }
    }
  });

  it('leave the hue of the brand to its keywords', () => {
    const green = '#93d1a4';
    expect(colorsOf('dark', '#2f5bea')['--string']).toBe(green);
    expect(Object.values(colorsOf('dark', '#8fd14f'))).not.toContain(green);
    expect(colorsOf('dark', '#8fd14f')['--keyword']).toBe('#8fd14f');
  });

  it('keep the usual four for a brand without a hue', () => {
    expect(colorsOf('dark', '#888')).toMatchObject({ '--string': '#93d1a4', '--type': '#cfa8f2' });
  });
});
