import { expect, it } from 'vitest';
import { sharedEnding } from '../../../src/site/build/shared-endings.ts';

it.each([
  [['Nextfolio', 'First | Nextfolio', 'Second | Nextfolio'], '| Nextfolio', 2],
  [['Tags · Ada’s Notebook', 'Posts · Ada’s Notebook', 'About'], '· Ada’s Notebook', 2],
  [['猫 — 灯台日記', '犬 — 灯台日記'], '— 灯台日記', 2],
])('of %j that is %j', (titles, text, count) => {
  expect(sharedEnding(titles)).toMatchObject({ text, count, name: text.slice(2) });
});

it.each([[[]], [['First | Nextfolio', 'Second']], [['well-known', 'well-known']], [['One | A', 'Two | B']]])(
  'of %j there is none',
  (titles) => {
    expect(sharedEnding(titles)).toBeUndefined();
  },
);
