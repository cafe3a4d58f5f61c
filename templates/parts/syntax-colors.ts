import { mix, readableOn, type Theme } from './palette.ts';
import type { Role } from './syntax-roles.ts';

/** Five hues of one weight, a third of the way round the wheel at most from each other. */
const inks: Record<Theme, readonly string[]> = {
  light: ['#2c6e49', '#1d5fa8', '#96590a', '#7b3f9b', '#b0305f'],
  dark: ['#93d1a4', '#8dbdf7', '#efbd76', '#cfa8f2', '#f59ab5'],
};
const signs: Record<Theme, Record<'inserted' | 'deleted', string>> = {
  light: { inserted: '#22703f', deleted: '#b3261e' },
  dark: { inserted: '#86d69b', deleted: '#ff9a8f' },
};

export interface SyntaxOptions {
  readonly theme: Theme;
  readonly brand: string;
  readonly ground: string;
  readonly ink: string;
}

/**
 * What each role looks like, as custom properties beside those of `palette`. Keywords wear the
 * brand's colour, so the hue nearest to it is left to nobody else.
 */
export function syntaxColors({ theme, brand, ground, ink }: SyntaxOptions): Record<`--${Role}`, string> {
  const readable = (color: string) => readableOn(color, ground, ink);
  const [string, name, constant, type] = withoutNearest(inks[theme], brand).map(readable) as [
    string,
    string,
    string,
    string,
  ];
  const soft = readable(mix(ground, ink, 0.58));
  return {
    '--comment': soft,
    '--punctuation': soft,
    '--keyword': readable(brand),
    '--string': string,
    '--name': name,
    '--constant': constant,
    '--type': type,
    '--inserted': readable(signs[theme].inserted),
    '--deleted': readable(signs[theme].deleted),
  };
}

/** Of a brand without a hue the last one goes. */
function withoutNearest(colors: readonly string[], brand: string): string[] {
  const own = hue(brand);
  const distances = colors.map((color) => (own === undefined ? 0 : distance(own, hue(color)!)));
  const nearest = own === undefined ? colors.length - 1 : distances.indexOf(Math.min(...distances));
  return colors.filter((_, index) => index !== nearest);
}

function distance(one: number, other: number): number {
  const degrees = Math.abs(one - other);
  return Math.min(degrees, 360 - degrees);
}

/** In degrees; greys have none. */
function hue(color: string): number | undefined {
  const [red, green, blue] = mix(color, color, 0)
    .match(/[\da-f]{2}/g)!
    .map((digits) => Number.parseInt(digits, 16)) as [number, number, number];
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (range < 24) return undefined;
  const sixth =
    most === red
      ? (green - blue) / range
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  return (sixth * 60 + 360) % 360;
}
