import { families } from './families.ts';

/** A kind of font that a stylesheet may ask for without naming one. */
export type FontKind = 'sans' | 'serif' | 'mono' | 'math';

interface StandIn {
  /** What documents call it: one word that no font has for its name, valid wherever a name is. */
  readonly family: string;
  /** The family that it shows. */
  readonly shows: string;
}

/** What is drawn where a stylesheet names a kind of font, or none that is there. */
export const standIns: Readonly<Record<FontKind, StandIn>> = {
  sans: { family: 'Cardstock-Sans', shows: 'Inter' },
  serif: { family: 'Cardstock-Serif', shows: 'Newsreader' },
  mono: { family: 'Cardstock-Mono', shows: 'JetBrains Mono' },
  math: { family: 'Cardstock-Math', shows: 'Noto Sans Math' },
};

/** Generic families of CSS and what browsers take for one, in lower case. They are keywords, never quoted. */
export const kindOfKeyword: Readonly<Record<string, FontKind>> = {
  ...{ 'sans-serif': 'sans', 'system-ui': 'sans', 'ui-sans-serif': 'sans', 'ui-rounded': 'sans' },
  ...{ '-apple-system': 'sans', blinkmacsystemfont: 'sans', '-webkit-standard': 'sans' },
  ...{ '-webkit-body': 'sans', cursive: 'sans', fantasy: 'sans', emoji: 'sans' },
  ...{ serif: 'serif', 'ui-serif': 'serif', fangsong: 'serif' },
  ...{ monospace: 'mono', 'ui-monospace': 'mono', math: 'math' },
};

const monospaced = /mono|\bcode\b|courier|consolas|menlo|terminal|typewriter|\bhack\b/i;
const withSerifs =
  /(?<!sans[ -]?)serif|times|georgia|garamond|palatino|baskerville|bodoni|caslon|cambria|didot|charter|antiqua|merriweather|playfair|\b(?:lora|bitter|mincho|songti|simsun|batang)\b/i;

/** Of which kind a family is that is not there, as far as its name tells. */
export function kindOfName(name: string): FontKind {
  if (monospaced.test(name)) return 'mono';
  return withSerifs.test(name) ? 'serif' : 'sans';
}

const shownBy = new Map(Object.values(standIns).map(({ family, shows }) => [family, shows]));

/** What there is of a family that ships, or of one that stands in; undefined where it is neither. */
export function shippedStyles(family: string): (typeof families)[string] | undefined {
  const name = shownBy.get(family) ?? family;
  return Object.hasOwn(families, name) ? families[name] : undefined;
}
