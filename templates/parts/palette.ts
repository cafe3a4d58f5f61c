export type Theme = 'light' | 'dark';
type Rgb = readonly [red: number, green: number, blue: number];

/** What a design is printed on and in, apart from the brand's colour. */
export interface Paper {
  readonly ground: string;
  readonly ink: string;
}

export type Papers = Readonly<Record<Theme, Paper>>;

export interface PaletteOptions {
  readonly theme: Theme;
  /** `#rgb` or `#rrggbb`. */
  readonly brand: string;
  /** The two papers of a design. @default warm white and near black */
  readonly papers?: Papers;
}

const usualPapers: Papers = {
  light: { ground: '#fbfaf6', ink: '#16181d' },
  dark: { ground: '#111318', ink: '#f4f3ef' },
};

/** WCAG 2.2 asks 4.5 of small text; the rest is for JPEG, which blurs edges. */
const readable = 4.8;

/**
 * The colours of a card as custom properties, for the `style` of its root. Any brand colour
 * comes out readable: where it is too pale or too dark for its ground it is moved towards the
 * ink, its hue kept.
 *
 * - `--ground`, `--ink`: paper and text; `--soft`: lesser text, still readable; `--line`: hairlines
 * - `--wash`: a ground a little apart from the paper; `--ink`, `--soft` and `--accent` read on it too
 * - `--brand`: the brand colour as it is, for areas; `--on-brand`, `--on-brand-soft`: text on it
 * - `--accent`: the brand colour as text and small marks on the paper
 */
export function palette({ theme, brand, papers = usualPapers }: PaletteOptions) {
  const { ground, ink } = papers[theme];
  const wash = mix(ground, ink, 0.06);
  const onBrand = contrast('#ffffff', brand) >= readable ? '#ffffff' : darkOrLight(brand);
  return {
    '--ground': ground,
    '--ink': ink,
    '--soft': readableOn(mix(ground, ink, 0.62), wash, ink),
    '--line': mix(ground, ink, 0.14),
    '--wash': wash,
    '--brand': toHex(toRgb(brand)),
    '--on-brand': onBrand,
    '--on-brand-soft': readableOn(mix(brand, onBrand, 0.78), brand, onBrand),
    '--accent': readableOn(brand, wash, ink),
  };
}

/** `color`, moved towards `ink` as far as it must be to be read on `ground`. */
export function readableOn(color: string, ground: string, ink: string, ratio = readable): string {
  const question = `${color} ${ground} ${ink} ${ratio}`;
  const known = answers.get(question);
  if (known) return known;
  const answer = findReadable(color, ground, ink, ratio);
  if (answers.size >= maxAnswers) answers.clear();
  answers.set(question, answer);
  return answer;
}

/** The cards of a site ask the same; each answer is up to fifty mixtures. */
const answers = new Map<string, string>();
const maxAnswers = 500;

function findReadable(color: string, ground: string, ink: string, ratio: number): string {
  for (let share = 0; share < 1; share += 0.02) {
    const candidate = mix(color, ink, share);
    if (contrast(candidate, ground) >= ratio) return candidate;
  }
  return ink;
}

/** The one of the two that stands out more; of black and white one always reaches 4.58. */
function darkOrLight(ground: string): string {
  const dark = '#0b0c0f';
  if (contrast(dark, ground) >= readable) return dark;
  return contrast('#000000', ground) > contrast('#ffffff', ground) ? '#000000' : '#ffffff';
}

/** `share` of the way from one colour to another, 0 to 1. */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [toRgb(from), toRgb(to)];
  return toHex(a.map((value, channel) => value + (b[channel]! - value) * share) as unknown as Rgb);
}

/** The contrast ratio of WCAG 2.2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = toRgb(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toRgb(hex: string): Rgb {
  const digits = hex.slice(1);
  const pairs = digits.length === 3 ? Array.from(digits, (digit) => digit + digit) : digits.match(/../g)!;
  return pairs.map((pair) => Number.parseInt(pair, 16)) as unknown as Rgb;
}

function toHex(rgb: Rgb): string {
  return `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}
