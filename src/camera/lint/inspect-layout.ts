import type { CardDocument } from '../../card/document.ts';
import type { OwnFace } from '../../card/fonts/drawn-with.ts';
import type { Camera } from '../camera.ts';
import { isCut } from '../page/ellipsis.ts';
import type { Box } from './box.ts';
import { selectorOf } from './page/selector.ts';
import { survey, type TextBlock } from './survey.ts';

/** A text that is made as large as its box holds. */
export interface FittedText {
  readonly selector: string;
  readonly text: string;
  /** As its stylesheet has it, in pixels; and the least that its template allows. */
  readonly largest: number;
  readonly smallest: number;
  /** In turn. */
  readonly tried: readonly { readonly size: number; readonly fits: boolean }[];
  readonly taken: number;
  /** Words of it were broken for the sake of a larger size. */
  readonly isBroken: boolean;
  readonly box: Box;
}

/** A text that was cut, with an ellipsis. */
export interface CutText {
  readonly selector: string;
  readonly text: string;
  readonly box: Box;
}

/** A card as it was laid out, in words. */
export interface CardLayout {
  readonly blocks: readonly TextBlock[];
  readonly headlines: readonly FittedText[];
  readonly clamps: readonly CutText[];
  /** Fonts of its own stylesheet. */
  readonly ownFaces: readonly OwnFace[];
}

/** Runs in the page: what the fitting has left behind, and whatever else is to be told of words. */
const inspect = `(() => {
  const selectorOf = ${selectorOf};
  const isCut = ${isCut};
  const plain = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
  const named = (element) => ({
    selector: selectorOf(element),
    text: element.textContent.replace(/\\u00ad/g, '').replace(/\\s+/g, ' ').trim(),
    box: plain(element.getBoundingClientRect()),
  });
  const fitted = [...document.querySelectorAll('[data-fit]')].filter(({ cardstockFit }) => cardstockFit);
  const isClamped = ({ cardstockFit }) => cardstockFit && !cardstockFit.tried.some(({ fits }) => fits);
  const headlines = fitted.map((element) => ({
    ...named(element),
    ...element.cardstockFit,
    tried: element.cardstockFit.tried.filter(({ size }, at, all) => size !== all[at - 1]?.size),
    taken: parseFloat(getComputedStyle(element).fontSize),
    isBroken: 'broken' in element.dataset,
  }));
  const elements = [...document.body.querySelectorAll('*')];
  const clamps = elements.filter((element) => isClamped(element) || isCut(element)).map(named);
  const ours = new Set(globalThis.cardstock.faces.values());
  const ownFaces = [...document.fonts].filter((face) => !ours.has(face)).map(({ family, weight, style, unicodeRange }) => ({
    family: family.replace(/^["']|["']$/g, ''),
    weight: parseInt(weight) || (weight === 'bold' ? 700 : 400),
    isItalic: style !== 'normal',
    unicodeRange,
  }));
  return { headlines, clamps, ownFaces };
})()`;

/** @throws {CardstockError} as {@link Camera.take} does. */
export function inspectLayout(
  document: CardDocument,
  camera: Camera,
  signal?: AbortSignal,
): Promise<CardLayout> {
  return camera.inspect(
    document,
    async (view) => {
      const seen = (await view.evaluate(inspect)) as Omit<CardLayout, 'blocks'>;
      return { ...seen, blocks: (await view.evaluate(survey)) as TextBlock[] };
    },
    signal,
  );
}
