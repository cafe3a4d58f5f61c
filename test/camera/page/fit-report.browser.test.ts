import { describe, expect, it } from 'vitest';
import { renderDocument } from '../../../src/card/document.ts';
import { TemplateRegistry } from '../../../src/card/registry.ts';
import { resolveCard } from '../../../src/card/resolve.ts';
import { templates } from '../../../templates/index.ts';
import { openCamera } from '../../support/browsers.ts';
import { rawCard } from '../../support/cards.ts';

const registry = new TemplateRegistry(templates);

describe('a card says how its words came to fit', () => {
  it.each([
    ['as they are', { title: 'Hello' }, { fitted: false, clamped: false }],
    [
      'smaller',
      {
        title:
          'A headline that has to be made smaller before it fits, as many do, and then it fits very well',
      },
      { fitted: true, clamped: false },
    ],
    ['cut', { title: 'WWWWWWWWW '.repeat(30).trim() }, { fitted: true, clamped: true }],
    [
      'cut beside the headline',
      {
        title: 'Hello',
        author: 'Wolfeschlegelsteinhausen '.repeat(2) + 'Wolfe',
        tags: ['one topic', 'another topic', 'a third topic'],
      },
      { fitted: false, clamped: true },
    ],
  ])('%s', async (_name, props, expected) => {
    const camera = await openCamera();
    const card = await resolveCard({ template: 'article', props }, registry);
    expect(await camera.take(renderDocument(card), 'jpeg')).toMatchObject(expected);
  });

  it('also where there are none', async () => {
    const camera = await openCamera();
    expect(await camera.take(rawCard('<svg></svg>'), 'png')).toMatchObject({ fitted: false, clamped: false });
  });
});

describe('a text is cut where an ellipsis stands', () => {
  const line = 'overflow:hidden;white-space:nowrap;text-overflow:ellipsis;';
  const clamp = 'overflow:hidden;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;';
  const long = 'one two three four five six seven eight nine ten';

  it.each([
    ['a line that is too long', `${line}width:300px`, long, true],
    ['a line that fits', `${line}width:300px`, 'one', false],
    ['a line in a box of its own width', `${line}width:max-content`, 'one two', false],
    ['a line too long by a fraction of a pixel', `${line}width:calc(100% - .2px)`, 'one two', true],
    [
      'a line with room beside it',
      `${line}width:max-content;padding:0 20px;border:3px solid`,
      'one two',
      false,
    ],
    ['a line that hides nothing', 'white-space:nowrap;text-overflow:ellipsis;width:300px', long, false],
    ['three lines of which two are shown', `${clamp}width:300px`, long, true],
    ['two lines', `${clamp}width:300px`, 'one two three four', false],
    ['two lines with tall letters', `${clamp}width:300px;line-height:1`, 'Ếgj Ếgj Ếgj Ếgj', false],
    ['a clamp without effect', '-webkit-line-clamp:2;overflow:hidden;width:300px;height:99px', long, false],
    ['a box without ellipsis', 'overflow:hidden;white-space:nowrap;width:300px', long, false],
    ['a line that is hidden', `${line}width:300px;display:none`, long, false],
  ])('%s', async (_name, css, text, clamped) => {
    const camera = await openCamera();
    const card = rawCard(
      `<!doctype html><div style="width:max-content"><div style="font:40px/1.1 sans-serif;${css}">${text}</div></div>`,
    );
    expect(await camera.take(card, 'jpeg')).toMatchObject({ fitted: false, clamped });
  });
});
