import { describe, expect, it } from 'vitest';
import { renderDocument } from '../../src/card/document.ts';
import { TemplateRegistry } from '../../src/card/registry.ts';
import { resolveCard } from '../../src/card/resolve.ts';
import { templates } from '../../templates/index.ts';
import { openCamera } from '../support/browsers.ts';
import { rawCard } from '../support/cards.ts';

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
