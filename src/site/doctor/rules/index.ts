import { addressRules } from './addresses.ts';
import { deliveryRules } from './delivery.ts';
import { imageSetRules } from './image-set.ts';
import { nameRules } from './names.ts';
import { deliveryOfPage, purposeOfPage } from './page.ts';
import { pictureRules } from './picture.ts';
import type { Rule } from './rule.ts';
import { tagRules } from './tags.ts';
import { textRules } from './texts.ts';

/** In the order in which a page is told of them. */
export const rules: readonly Rule[] = [
  ...deliveryOfPage,
  ...purposeOfPage,
  ...nameRules,
  ...tagRules,
  ...textRules,
  ...addressRules,
  ...deliveryRules,
  ...pictureRules,
  ...imageSetRules,
];

/** A page that needs no card has no wrong one either. */
export const rulesOfPagesLeftAlone: readonly Rule[] = purposeOfPage;
