import { askWhy, lintCard, writeTexts } from '../net/api.ts';
import { derive } from './derived.ts';
import { exampleWithin, shape } from './shape.ts';

/** Tags, addresses and code of the card. */
export const texts = derive((card, signal) => writeTexts(card, shape.peek().page?.words, signal));

/** What the lint finds on it. */
export const lint = derive((card, signal) => lintCard(card, signal));

/** Where all that is on it comes from. */
export const why = derive((card, signal) => askWhy({ ...card, example: exampleWithin(card) }, signal));
