import type { VNode } from 'preact';

/** The colours of the page. What is right is green; red is never seen unless something is wrong. */
export const colours = {
  right: '#12a06a',
  wrong: '#e5484d',
  sun: '#f5b83d',
  sky: '#3d7ff5',
  ink: '#16302b',
  paper: '#ffffff',
} as const;

export type Colour = keyof typeof colours | `#${string}`;
/** In pixels of the tile's drawing, which is 140 by 90. */
export type Area = readonly [left: number, top: number, width: number, height: number];

/** What must be seen in a tile that is drawn right. */
export type Sight =
  | { readonly kind: 'point'; readonly at: readonly [x: number, y: number]; readonly colour: Colour }
  | {
      readonly kind: 'share';
      readonly of: Area;
      readonly colour: Colour;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'alike'; readonly one: Area; readonly other: readonly [left: number, top: number] };

/** One thing that CSS can do, drawn so that its pixels tell whether it was done. */
export interface Feature {
  /** As the page and the test call it. */
  readonly name: string;
  readonly css: string;
  readonly body: VNode;
  /** What of its CSS or its markup does it, and what stands there for a browser that cannot: then `sights` are wrong. */
  readonly without: readonly [text: string, instead: string];
  readonly sights: readonly Sight[];
}

/** This pixel has this colour. */
export function point(x: number, y: number, colour: Colour = 'right'): Sight {
  return { kind: 'point', at: [x, y], colour };
}

/** Between `from` and `to` of this area has this colour, 0 to 1: for letters, whose pixels nobody counts. */
export function share(of: Area, colour: Colour, from: number, to = 1): Sight {
  return { kind: 'share', of, colour, from, to };
}

/** Not a pixel of this area has this colour. */
export function none(of: Area, colour: Colour): Sight {
  return share(of, colour, 0, 0);
}

/** What is drawn in one place is drawn in another one too: generated text beside the same text written out. */
export function alike(one: Area, other: readonly [left: number, top: number]): Sight {
  return { kind: 'alike', one, other };
}
