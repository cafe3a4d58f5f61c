import type { FontFace } from '../../card/fonts/faces.ts';
import { FontRefusedError } from '../../errors.ts';
import { isCut } from './ellipsis.ts';
import { fit } from './fit.ts';
import { useNationalForms } from './national-forms.ts';
import { redraw } from './redraw.ts';
import { useSyllables } from './syllables.ts';

/**
 * Runs over CDP, which works with page scripts disabled. Shows the page these faces and no
 * others, so that no card sees what an earlier one brought. Asking for the height lays the
 * page out; without it fonts and images would wait for a frame.
 *
 * With markup, the document is first made that by {@link redraw}, if it can be.
 */
const settle = `async (ids, added, files, html) => {
  const known = globalThis.cardstock.faces;
  const sources = files.map((data) => 'url(data:font/woff2;base64,' + data + ')');
  for (const { id, family, weight, style, unicodeRange, file } of added) {
    const source = sources[file]; // what is one source is decoded once
    known.set(id, new FontFace(family, source, { weight: String(weight), style: style ?? 'normal', unicodeRange }));
  }
  if (html !== undefined && !(${redraw})(html)) return 'different';
  const shown = ids.map((id) => known.get(id));
  if (document.fonts.size !== shown.length || !shown.every((face) => document.fonts.has(face))) {
    document.fonts.clear();
    for (const face of shown) document.fonts.add(face);
  }
  const refused = [];
  await Promise.all(shown.map((face) => face.load().catch(() => refused.push(face.family))));
  if (refused.length > 0) return { refused };
  (${useNationalForms})();
  (${useSyllables})();
  document.documentElement.offsetHeight;
  await document.fonts.ready;
  await Promise.all(Array.from(document.images, (image) => image.decode().catch(() => {})));
  const fits = Array.from(document.querySelectorAll('[data-fit]'), ${fit});
  const isCut = ${isCut};
  return {
    fitted: fits.includes('fitted') || fits.includes('clamped'),
    headlineClamped: fits.includes('clamped'),
    clamped: fits.includes('clamped') || Array.from(document.body?.querySelectorAll('*') ?? []).some(isCut),
  };
}`;

/** How the words of a card came to fit it. */
export interface Fit {
  /** A headline was made smaller than its stylesheet has it. */
  readonly fitted: boolean;
  /** Some text was cut, with an ellipsis. */
  readonly clamped: boolean;
  /** One of them was a headline, at its smallest size. */
  readonly headlineClamped: boolean;
}

type Settled = Fit | 'unknown' | 'different' | { readonly refused: readonly string[] };
type Evaluate = (expression: string) => Promise<unknown>;

/**
 * What a window has of our fonts. They outlive its documents: a face is sent and parsed once
 * and not with each card.
 */
export class PageFonts {
  readonly #sent = new Set<string>();

  /** Makes a window ours, which has none of our faces. */
  async begin(evaluate: Evaluate): Promise<void> {
    this.#sent.clear();
    await evaluate(`globalThis.cardstock = { faces: new Map(), settle: ${settle} }, 0`);
  }

  /**
   * Gives a document its faces, and waits until it is ready to be drawn.
   *
   * @param html What the document shall be made before; without it, it is new.
   * @returns Nothing where the window is not ours, because a document has left it for another
   *   one, or where the document cannot be made what is asked.
   * @throws {FontRefusedError} Chromium cannot draw with a font that we could read.
   */
  async settle(faces: readonly FontFace[], evaluate: Evaluate, html?: string): Promise<Fit | undefined> {
    const settled = (await evaluate(this.#expression(faces, html))) as Settled;
    if (settled === 'unknown' || settled === 'different') return undefined;
    if ('refused' in settled) throw new FontRefusedError(settled.refused);
    return settled;
  }

  #expression(faces: readonly FontFace[], html?: string): string {
    const added = faces.filter(({ id }) => !this.#sent.has(id));
    for (const { id } of added) this.#sent.add(id);
    const files = [...new Set(added.map(({ data }) => data))]; // under several names and weights, and sent once
    const places = added.map(({ data, ...face }) => ({ ...face, file: files.indexOf(data) }));
    const sent = [faces.map(({ id }) => id), places, files, ...(html === undefined ? [] : [html])];
    return `globalThis.cardstock?.settle(${sent.map((part) => JSON.stringify(part)).join()}) ?? 'unknown'`;
  }
}
