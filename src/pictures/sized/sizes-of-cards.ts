import { hash } from 'node:crypto';
import type { CardSizes } from '../../serve/http/card-size.ts';
import { makePicture } from './make-picture.ts';
import { inPictureQueue } from './picture-queue.ts';
import type { PictureRules } from './rules.ts';
import { sizeNames, sizeOf } from './size.ts';

/** Counted up when the same card comes out as other bytes. */
const recipeRevision = 1;

/**
 * Cards in the sizes that pictures are had in, each made of the card that is kept: a page that
 * lists others shows their cards small, and no browser is asked for one again.
 */
export function sizesOfCards(rules: PictureRules): CardSizes {
  return {
    names: sizeNames(rules),
    recipeOf(size) {
      const recipe = JSON.stringify([recipeRevision, sizeOf(size, rules).variant]);
      return hash('sha256', recipe, 'base64url').slice(0, 6);
    },
    make({ bytes, format }, size, signal) {
      const { variant } = sizeOf(size, rules);
      return inPictureQueue(async () => {
        const { isReduced, ...made } = await makePicture(bytes, { variant, format });
        return { ...made, fitted: isReduced, overBudget: false, clamped: false };
      }, signal);
    },
  };
}
