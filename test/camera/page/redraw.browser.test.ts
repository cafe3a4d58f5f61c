import fc from 'fast-check';
import { type CDPSession, TargetType } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CardDocument } from '../../../src/card/document.ts';
import { renderDocument } from '../../../src/card/document.ts';
import { TemplateRegistry } from '../../../src/card/registry.ts';
import { resolveCard } from '../../../src/card/resolve.ts';
import { CardPage } from '../../../src/camera/page/card-page.ts';
import type { RunningBrowser } from '../../../src/camera/chromium/launch.ts';
import type { Template } from '../../../src/index.ts';
import { templates } from '../../../templates/index.ts';
import { asItIs, launchBrowser } from '../../support/browsers.ts';
import { fingerprint, rawCard } from '../../support/cards.ts';

const browsers: RunningBrowser[] = [];
let keeping: CardPage;
let forgetting: CardPage;
let session: CDPSession;

beforeAll(async () => {
  browsers.push(await launchBrowser(), await launchBrowser());
  [keeping, forgetting] = (await Promise.all(
    browsers.map(({ browser }) => CardPage.open(browser, 'headless-shell')),
  )) as [CardPage, CardPage];
  const target = browsers[0]!.browser.targets().find((each) => each.type() === TargetType.PAGE);
  session = await target!.createCDPSession();
});
afterAll(() => browsers.forEach((browser) => browser.kill()));

/** Whether the document is the one that was seen last; asked behind the back of the page. */
async function isKept(): Promise<boolean> {
  const expression = 'globalThis.seen === document.body || ((globalThis.seen = document.body), false)';
  return (await session.send('Runtime.evaluate', { expression })).result.value as boolean;
}

async function takeKept(card: CardDocument) {
  await isKept();
  const print = fingerprint(await keeping.take(card, asItIs));
  return { print, isKept: await isKept() };
}

/** Of a document that is set anew: whoever looks closer at a card has the next one begin afresh. */
function takeFresh(card: CardDocument): Promise<string> {
  return forgetting.show(card, async (view) => {
    await view.evaluate('0');
    return fingerprint(await view.capture(asItIs));
  });
}

/** As documents of templates are, with a style and a body of any kind. */
function framed(css: string, body: string): CardDocument {
  return rawCard(
    `<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"><style>html,body{margin:0;height:100%;overflow:hidden;background:#fbf8f2}${css}</style></head><body>${body}</body></html>`,
  );
}

async function drawn(template: Template, props: object): Promise<CardDocument> {
  const request = { template: template.name, props: props as Record<string, string> };
  return renderDocument(await resolveCard(request, new TemplateRegistry(templates)));
}

const words = [
  'Ship',
  'A headline over several lines, made smaller until all of it is on the card',
  'A headline of a length',
  '夜行列車が帰る',
  'القطارات الليلية تعود إلى المدينة',
  'Trains 🚆 & <b>tags</b>',
  'With `code` and *emphasis*',
  'Donaudampfschifffahrtsgesellschaftskapitänsmütze',
];

describe('a card that is drawn in the document of the last one', () => {
  /** Cards of one template one after the other, as they come from a site, with another now and then. */
  const card = fc.record({
    template: fc.constantFrom(...templates.map(({ name }) => name), 'plain', 'article'),
    example: fc.nat(),
    word: fc.constantFrom(...words),
  });
  const run = fc.tuple(card, fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }));

  async function documentOf({
    template: name,
    example,
    word,
  }: {
    template: string;
    example: number;
    word: string;
  }) {
    const template: Template = templates.find((each) => each.name === name)!;
    const examples = Object.values(template.examples);
    const props: Record<string, unknown> = { ...(examples[example % examples.length] as object) };
    const main = ['title', 'headline', 'quote', 'name'].find((each) => typeof props[each] === 'string');
    return drawn(template, { ...props, ...(main && { [main]: word }) });
  }

  test('is the one of a document of its own, byte for byte, whatever came before', async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 3 }), async (runs) => {
        for (const [first, more] of runs) {
          for (const word of [first.word, ...more]) {
            const document = await documentOf({ ...first, word });
            const { print, isKept } = await takeKept(document);
            expect(print).toBe(await takeFresh(document));
            if (isKept) kept += 1;
          }
        }
      }),
      { seed: 15, numRuns: Number(process.env['RUNS'] ?? 4), endOnFailure: true },
    );
    expect(kept).toBeGreaterThan(3);
  });

  const circle = '<svg width="300" height="300"><circle cx="150" cy="150" r="140" fill="teal"/></svg>';
  const box = (style: string, inner = '') =>
    `<div style="position:absolute;left:90px;top:90px;width:333px;height:333px;${style}">${inner}</div>`;
  const shapes: Record<string, string> = {
    'a disc': box('border-radius:50%;background:#c33'),
    'a ring': box('border-radius:50%;border:13px solid #c3a30e'),
    'a round corner': box('border-radius:30px;background:#357'),
    'a slope': box('background:#123;transform:rotate(33deg)'),
    'a shadow': box('border-radius:20px;background:#eee;box-shadow:0 9px 40px #000a'),
    'a blur': box('background:#a33;filter:blur(9px)'),
    'a cut': box('background:#123;clip-path:polygon(0 0,80% 20%,70% 100%,10% 60%)'),
    'a gradient': box('background:radial-gradient(#ff0,#00f)'),
    'a drawing': box('', circle),
    'a large letter': box('font:400px/1 serif', 'Sg'),
  };

  test.each(Object.entries(shapes))('paints %s whole, where it is painted in part', async (_name, shape) => {
    const stripe = (width: number) =>
      framed(
        '',
        `${shape}<i style="position:absolute;left:0;top:200px;width:${width}px;height:70px;background:#0f02">a</i>`,
      );
    await takeKept(framed('', '<p>')); // the shape before has the same elements
    for (const width of [300, 320, 250, 310]) {
      const { print, isKept } = await takeKept(stripe(width));
      expect([width, print, isKept]).toEqual([width, await takeFresh(stripe(width)), width !== 300]);
    }
  });

  test('is drawn anew after a hundred, and after whoever changed what is shown', async () => {
    const numbered = (number: number) => framed('', `<p>${number}</p>`);
    let kept = 0;
    for (let number = 0; number <= 101; number++) {
      if ((await takeKept(numbered(number))).isKept) kept += 1;
    }
    expect(kept).toBe(100);
    await keeping.show(numbered(7), (view) => view.evaluate('document.body.style.background = "red", 0'));
    expect(await takeKept(numbered(8))).toEqual({ print: await takeFresh(numbered(8)), isKept: false });
  });
});

describe('a document is set anew', () => {
  const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
  const picture = (fill: string) =>
    `<img width="99" height="99" alt="" src="data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><rect width="99" height="99" fill="${fill}"/></svg>`).toString('base64')}">`;

  test.each<[string, string, string, string]>([
    ['of another shape', '', '<p>a</p>', '<p>a</p><p>b</p>'],
    ['with more lines of text than elements', '', '<p>a</p>', '<p>a<b>b</b></p>'],
    ['with another class', '.b{color:red}', '<p class="a">a</p>', '<p class="b">a</p>'],
    ['with another direction', '', '<p dir="ltr">a.</p>', '<p dir="rtl">a.</p>'],
    ['in another language', 'p:lang(de){color:red}', '<p lang="en">a</p>', '<p lang="de">a</p>'],
    ['with another picture', '', picture('red'), picture('blue')],
    ['with another drawing', '', '<svg><path d="M0 0h99v9z"/></svg>', '<svg><path d="M0 0h9v99z"/></svg>'],
    [
      'with a picture in a style',
      '',
      '<p style="color:red">a</p>',
      `<p style="background:url(${pixel})">a</p>`,
    ],
    ['with a picture that moves', '', `<p>a</p><img src="${pixel}">`, `<p>b</p><img src="${pixel}">`],
    ['with a field', '', '<input value="a">', '<input value="b">'],
    ['with counters', 'p::before{counter-increment:n;content:counter(n)}', '<p>a</p>', '<p>b</p>'],
    [
      'with a style between',
      '',
      '<style>p{color:red}</style><p>a</p>',
      '<style>p{color:red}</style><p>b</p>',
    ],
    [
      'whose markup is not what it seems',
      '',
      '<p>a<div>b</div></p><td>c</td>',
      '<p>b<div>b</div></p><table>c</table>',
    ],
    ['whose body has attributes', '', '<body class="a"><p>a</p>', '<body class="b"><p>a</p>'],
    ['whose style ends early', '</style><p>before</p><style>', '<p>a</p>', '<p>b</p>'],
    [
      'with another picture’s name, where there is none',
      '',
      '<img src="x.png" alt="a">',
      '<img src="x.png" alt="b">',
    ],
  ])('for a card %s', async (_name, css, first, second) => {
    await takeKept(framed(css, first));
    const wanted = await takeFresh(framed(css, second));
    expect(await takeKept(framed(css, second))).toEqual({ print: wanted, isKept: false });
  });

  test('for a card of another size, language or stylesheet', async () => {
    const card = framed('', '<p>a</p>');
    await takeKept(card);
    for (const other of [
      { ...card, viewport: { ...card.viewport, width: 1000 } },
      { ...card, html: card.html.replace('lang="en"', 'lang="de"') },
      framed('p{color:red}', '<p>a</p>'),
    ]) {
      expect((await takeKept(other)).isKept).toBe(false);
    }
  });
});
