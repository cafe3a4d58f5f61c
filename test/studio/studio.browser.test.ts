import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { meanDifference } from '../support/pixels.ts';
import { OpenStudio } from './support/open-studio.ts';

const patience = { timeout: 20_000 };
let studio: OpenStudio;

beforeAll(async () => {
  studio = await OpenStudio.open();
});
afterAll(() => studio.close());
beforeEach(() => studio.show('?template=hello&example=short'));
afterEach(() => expect(studio.complaints.splice(0)).toEqual([]));

/** Whether another picture is shown after something was done. */
async function changesPicture(act: () => Promise<unknown>): Promise<number> {
  const before = await studio.picture();
  await act();
  await studio.nextPicture(before.url);
  return meanDifference(before.pixels, (await studio.picture()).pixels);
}

describe('a card that is being shaped', () => {
  it('is drawn anew as its words are typed', async () => {
    expect(await changesPicture(() => studio.type('title', ' there'))).toBeGreaterThan(0.1);
    expect(await studio.alt()).toBe('Hello there');
  });

  it('keeps its picture while a prop is wrong, which is said beside it', async () => {
    await studio.type('title', 'x'.repeat(40));
    await expect
      .poll(() => studio.problem('title'), patience)
      .toMatch(/^too big: expected string to have <=40/);
    expect(await studio.count('.frame img.card')).toBe(1);
    await studio.clear('title');
    await expect.poll(() => studio.problem('title'), patience).toBe('is required');
    await studio.type('title', 'Hello');
    await expect.poll(() => studio.problem('title'), patience).toBe('');
  });

  it('shows a picture that is dropped, which outlives a reload', async () => {
    expect(await changesPicture(() => studio.drop('photo'))).toBeGreaterThan(0.1);
    await studio.settled();
    await studio.reload();
    expect(await studio.value('photo')).toMatch(/^a file of/);
  });

  it('is changed by controls of every kind', async () => {
    const steps: [prop: string, act: () => Promise<unknown>, value: unknown][] = [
      ['size', () => studio.click('[data-prop=size] [aria-label=More]'), 4],
      ['theme', () => studio.click('[data-prop=theme] label:nth-child(2) input'), 'dark'],
      ['isLoud', () => studio.click('[data-prop=isLoud] .switch'), true],
      ['day', () => studio.fill('[data-prop=day] input', '2026-11-28'), '2026-11-28'],
      ['brand', () => studio.fill('[data-prop=brand] [type=color]', '#0055aa'), '#0055aa'],
      ['story', () => studio.type('story', 'Once'), 'Once'],
      ['tags', () => studio.click('[data-prop=tags] [aria-label="Add to tags"]'), ['']],
      ['tags', () => studio.type('tags.0', 'a'), ['a']],
      ['tags', () => studio.click('[data-prop=tags] [aria-label="Add to tags"]'), ['a', '']],
      ['tags', () => studio.type('tags.1', 'b'), ['a', 'b']],
      ['tags', () => studio.click('[aria-label="Move tags 2 up"]'), ['b', 'a']],
      ['tags', () => studio.click('[aria-label="Remove tags 1"]'), ['a']],
      ['people', () => studio.click('[data-prop=people] [aria-label="Add to people"]'), [{}]],
      ['people', () => studio.type('people.0.name', 'Ada'), [{ name: 'Ada' }]],
      ['code', () => studio.typeInto('[data-prop=code] .code', 'a()'), 'a()'],
    ];
    for (const [prop, act, value] of steps) {
      await act();
      await expect.poll(() => studio.props()[prop], patience).toEqual(value);
    }
    await studio.click('[aria-label="Reset to the example"]');
    await expect.poll(() => studio.props(), patience).toEqual({});
  });
});

describe('entries of a list', () => {
  it('are put in order by dragging, and by keys, which stay with the entry', async () => {
    await studio.show('?template=hello&example=full');
    const tags = () => studio.props()['tags'];
    await studio.drag('[aria-label="Move tags 1"]', '[aria-label="Move tags 2"]');
    await expect.poll(tags, patience).toEqual(['b', 'a']);
    await studio.page.focus('[aria-label="Move tags 1"]');
    await studio.page.keyboard.press('ArrowDown');
    await expect.poll(tags, patience).toBeUndefined();
    expect(await studio.focused()).toMatch(/^Move tags 2/);
    await studio.page.keyboard.press('ArrowUp');
    await expect.poll(tags, patience).toEqual(['b', 'a']);
    expect(await studio.value('title')).toBe('All of it');
  });
});

describe('the address', () => {
  it('says what is shown, to whoever reloads, shares or goes back', async () => {
    await studio.type('title', '!');
    await studio.press('s', '2');
    await studio.click('#tab-tags');
    await studio.settled();
    await studio.reload();
    expect(await studio.value('title')).toBe('Hello!');
    expect(await studio.text('[role=tab][aria-selected=true]')).toBe('Tags');
    expect(await studio.count('.overlays .square')).toBe(1);
    expect(await studio.shownSize()).toEqual([1200, 600]);
    await studio.click('.examples li:nth-child(2) button');
    await expect.poll(() => studio.value('title'), patience).toBe('All of it');
    await studio.settled();
    await studio.page.goBack();
    await expect.poll(() => studio.value('title'), patience).toBe('Hello!');
  });
});

describe('by keys alone', () => {
  it('a template is found, its examples are gone through, and the card is looked at', async () => {
    await studio.press('/');
    await studio.page.keyboard.type('hel');
    await studio.page.keyboard.press('Enter');
    await studio.press('ArrowRight');
    await expect.poll(() => studio.value('title'), patience).toBe('All of it');
    await studio.press('ArrowLeft');
    await expect.poll(() => studio.value('title'), patience).toBe('Hello');
    await studio.press('d');
    await expect.poll(() => studio.props(), patience).toEqual({ theme: 'dark' });
    await studio.press('3');
    await expect.poll(() => studio.shownSize(), patience).toEqual([1080, 1080]);
    await studio.press('?');
    expect(await studio.text('dialog h2')).toBe('Keyboard');
    await studio.page.keyboard.press('Escape');
    await expect.poll(() => studio.count('dialog'), patience).toBe(0);
  });

  it('every control is come to, and shows that it has the focus', async () => {
    const seen = new Set<string>();
    for (let count = 0; count < 90; count += 1) {
      await studio.page.keyboard.press('Tab');
      seen.add(await studio.focused());
    }
    for (const name of ['Find a template', 'title', 'Reset', 'Platforms', 'Zoom'])
      expect([...seen].join('\n')).toMatch(name);
    expect([...seen].filter((each) => each.endsWith(' unseen'))).toEqual([]);
  });
});

describe('the panels', () => {
  it.each([
    ['platforms', '.platforms h2', 12],
    ['lint', '.finding', 1],
    ['why', '.receipt h2', 5],
    ['tags', 'pre', 1],
    ['url', '.copyable', 4],
    ['code', 'pre', 3],
    ['page', 'form label', 1],
  ])('have what %s is about', async (tab, selector, count) => {
    await studio.click(`#tab-${tab}`);
    await expect.poll(() => studio.count(`#panel ${selector}`), patience).toBeGreaterThanOrEqual(count);
  });

  it('outline what the lint has found while it is pointed at', async () => {
    await studio.show('?template=hello&example=full&tab=lint');
    await studio.page.waitForSelector('.finding button');
    await studio.page.hover('.finding button');
    await expect.poll(() => studio.count('.overlays .finding'), patience).toBe(1);
  });

  it('tell where each prop is from, and outline the words that are pointed at', async () => {
    await studio.show('?template=hello&example=full&tab=why');
    const props = () => studio.text('.receipt section:nth-of-type(2)');
    await expect.poll(props, patience).toMatch('title"All of it" (example)');
    await studio.type('title', '!');
    await expect.poll(props, patience).toMatch('title"All of it!" (given)');
    expect(await props()).toMatch('brand"#00695c" (config)');
    expect(await props()).toMatch('size3 (default)');
    expect(await studio.text('.receipt section:nth-of-type(3)')).toMatch(/weight 700: .*inter.*700/i);
    await studio.page.hover('.receipt dd button');
    await expect.poll(() => studio.count('.overlays .finding'), patience).toBe(1);
  });

  it('show the card that a build gives a page', async () => {
    await studio.click('#tab-page');
    await studio.typeInto('#page-address', '/blog/moths.html');
    await studio.page.keyboard.press('Enter');
    await expect.poll(() => studio.value('title'), patience).toBe('Why moths prefer the moon');
    expect(await studio.text('.origins')).toMatch('its title');
  });
});

describe('a card beside others', () => {
  it('stands beside another size', async () => {
    await studio.page.select('.beside', 'variant square');
    await expect.poll(() => studio.count('.cards img'), patience).toBe(2);
  });

  it('is put under stress, and taken from there', async () => {
    await studio.click('[aria-label^="Stress it"]');
    await expect.poll(() => studio.count('.sheet img'), patience).toBe(7);
    await studio.click('.sheet li:nth-child(5) button');
    await expect.poll(() => studio.value('title'), patience).toMatch('雨');
  });
});

describe('a file that is saved', () => {
  afterEach(async () => {
    studio.project.restore();
    await expect.poll(() => studio.count('.fault'), patience).toBe(0);
  });

  it('is on the page by itself, with what was typed, and with the card before it', async () => {
    await studio.type('title', '!');
    await expect.poll(() => studio.alt(), patience).toBe('Hello!');
    const difference = await changesPicture(() =>
      Promise.resolve(studio.project.edit('cards/parts/words.tsx', "'inherit'", "'#0a0'")),
    );
    expect(difference).toBeGreaterThan(0.1);
    expect(await studio.value('title')).toBe('Hello!');
    await studio.press('b');
    await expect.poll(() => studio.count('.before-after img'), patience).toBe(2);
  });

  it.each([
    ['a typing error', '<h1 style', '<h1 style=', 'cards/parts/words.tsx:2:'],
    ['a throw', 'return <h1', "throw new Error('no words');\n  return <h1", 'cards/parts/words.tsx:2:9'],
  ])(
    'with %s is said over the picture and in the terminal, until it is mended',
    async (_name, from, to, place) => {
      studio.project.edit('cards/parts/words.tsx', from, to);
      await expect.poll(() => studio.text('.fault'), patience).toMatch(place);
      expect(await studio.text('.fault .is-it')).toMatch(/^2/);
      expect(await studio.axe()).toEqual([]);
      await expect.poll(() => studio.server.said + studio.server.complaints, patience).toMatch(place);
      studio.project.restore();
      await expect.poll(() => studio.count('.fault'), patience).toBe(0);
    },
  );
});

describe('whoever they are', () => {
  const views = [
    'template=hello&example=full',
    'template=hello&example=short&tab=lint&show=safe+grid',
    'template=hello&example=short&tab=why',
    'template=hello&example=short&tab=url&lang=nope!',
    'template=hello&example=short&tab=page&mode=stress',
  ];

  it.each(['light', 'dark'])('they find no fault of accessibility in any view, in %s', async (scheme) => {
    await studio.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    for (const view of views) {
      await studio.show(`?${view}`);
      expect({ view, faults: await studio.axe() }).toEqual({ view, faults: [] });
    }
  });

  it.each([360, 768, 1440])('they have all of it in a window of %s pixels', async (width) => {
    await studio.page.setViewport({ width, height: 800 });
    await studio.show('?template=hello&example=full');
    for (const tab of ['platforms', 'why', 'tags', 'page']) {
      await studio.click(`#tab-${tab}`);
      await expect.poll(() => studio.beyondEdge(), { ...patience, message: tab }).toEqual([]);
    }
    expect(await studio.axe()).toEqual([]);
    await studio.page.setViewport({ width: 1440, height: 900 });
  });
});
