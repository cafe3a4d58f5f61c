import { addressRules } from './addresses.ts';
import { deliveryRules } from './delivery.ts';
import { pageRules } from './page.ts';
import { pictureRules } from './picture.ts';
import type { Rule } from './rule.ts';
import { tagRules } from './tags.ts';
import { textRules } from './texts.ts';

/** In the order in which a page is told of them. */
export const rules: readonly Rule[] = [
  ...pageRules,
  ...tagRules,
  ...textRules,
  ...addressRules,
  ...deliveryRules,
  ...pictureRules,
];
