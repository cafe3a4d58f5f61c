import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packaged } from './fonts/support/fonts.ts';
import { openWindow, type Sketch, sketchCard } from './fonts/support/show-cards.ts';

let window: Awaited<ReturnType<typeof openWindow>>;

beforeAll(async () => {
  window = await openWindow();
});
afterAll(() => window.close());

/** What each script of the words is drawn with. */
const sans = ['Inter', 'Noto Color Emoji', 'Noto Sans Arabic', 'Noto Sans SC', 'Noto Sans Symbols 2'];
const serif = sans.with(0, 'Newsreader').sort();
const mono = sans.with(0, 'JetBrains Mono').sort();
const words = 'Hello 東京 🚀 ☃ مرحبا';

const ownFont = packaged('@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff2');
const own = `@font-face{font-family:Own;src:url(data:font/woff2;base64,${ownFont.toString('base64')}) format('woff2')}`;
const inter = [{ family: 'Inter', weights: [400] }];

async function fontsOf(sketch: Sketch): Promise<string[]> {
  const document = await sketchCard(sketch);
  expect(document.missingGlyphs).toEqual([]);
  await window.show(document);
  return window.fonts();
}

describe('words of every script, symbols and emoji are drawn', () => {
  it.each<[string, string, string[]]>([
    ['no family', '', sans],
    ['a generic family', 'p{font-family:system-ui}', sans],
    ['one in capitals', 'P{FONT-FAMILY:SERIF}', serif],
    ['a system stack', 'p{font-family:-apple-system,BlinkMacSystemFont,"Segoe UI",sans-serif}', sans],
    ['serifs', 'p{font-family:ui-serif}', serif],
    ['one width', 'p{font-family:ui-monospace,Menlo,monospace}', mono],
    ['an undeclared family', 'p{font-family:Outfit}', sans],
    ['an undeclared one with serifs', 'p{font-family:"Times New Roman"}', serif],
    ['a shorthand', 'p{font:italic 700 2em/1.2 Georgia!important}', serif],
    ['a system font', 'p{font:menu}', sans],
    ['an important family', 'p{font-family:monospace!important}', mono],
    ['a family that ships', 'p{font-family:jetbrains mono}', mono],
    ['a name with an escape', 'p{font-family:Jet\\42rains\\20 Mono}', mono],
    ['a name with a comma and a brace', 'p{font-family:"a, b;}", monospace}', mono],
    ['a nested rule', 'main{p:not(.x){font-family:monospace}}', mono],
    ['a nested rule with an ampersand', '@layer a{@media all{main{& p{font-family:monospace}}}}', mono],
    ['a container', 'main{container-type:inline-size}@container (width>1px){p{font-family:serif}}', serif],
    ['a condition that is no declaration', '@supports (font-family:serif){p{font-family:monospace}}', mono],
    ['a variable', ':root{--f:ui-monospace,Menlo}p{font-family:var(--f)}', mono],
    ['variables in variables', ':root{--f:var(--g);--g:serif}p{font-family:var(--f)}', serif],
    ['the fallbacks of variables', 'p{font-family:var(--no,var(--nor,serif))}', serif],
    ['a variable that falls back to what is inherited', 'p{font-family:var(--no,inherit)}', sans],
    ['a shorthand in a variable', ':root{--f:700 40px/1 Georgia}p{font:var(--f)}', serif],
    [
      'a registered variable',
      '@property --f{syntax:"<custom-ident>";inherits:true;initial-value:serif}p{font-family:var(--f)}',
      serif,
    ],
    ['if()', 'p{font-family:if(style(--x:1): serif; else: "JetBrains Mono")}', mono],
    ['initial', 'p{font-family:initial}', sans],
    ['all that is initial', 'p{all:initial}', sans],
    ['unset', 'main{font-family:serif}p{font-family:unset}', serif],
    ['inherit', 'main{font-family:serif}p{font-family:inherit}', serif],
    ['a font of its own', `${own}p{font-family:Own!important}`, mono],
    [
      'a font of its own that is no font',
      '@font-face{font-family:No;src:url(data:,)}p{font-family:No}',
      sans,
    ],
  ])('in %s', async (_name, css, expected) => {
    expect(await fontsOf({ css, body: `<p>${words}</p>` })).toEqual(expected);
  });

  it.each<[string, string, string[], string?]>([
    ['style', `<p style="font-family:&quot;Arial&quot;, sans-serif">${words}</p>`, sans],
    ['a shorthand in style', `<p style="font:400 60px Inter">${words}</p>`, sans],
    ['a variable in style', `<p style="--f:monospace">${words}</p>`, mono, 'p{font-family:var(--f)}'],
    [
      'a variable of the stylesheet',
      `<p style="font-family:var(--f)">${words}</p>`,
      serif,
      ':root{--f:serif}',
    ],
    ['<style>', `<style>p{font-family:serif}</style><p>${words}</p>`, serif],
    ['<style> of SVG', `<svg><style>text{font-family:serif}</style><text>${words}</text></svg>`, serif],
    ['font-family of SVG', `<svg><text font-family="monospace">${words}</text></svg>`, mono],
    ['face', `<font face="Courier New">${words}</font>`, mono],
    ['<code>', `<code>${words}</code>`, mono],
    ['<code> that inherits', `<code>${words}</code>`, sans, 'code{font-family:inherit}'],
    ['<code> that reverts', `<code>${words}</code>`, mono, 'code{font-family:revert}'],
    ['<code> of a reset in a layer', `<code>${words}</code>`, sans, '@layer x{code{font:inherit}}'],
    ['<input>', `<input value="${words}">`, sans],
    ['a placeholder', `<input placeholder="${words}">`, sans],
    ['<button>', `<button>${words}</button>`, sans],
    ['<option>', `<select><option>${words}</select>`, sans],
    ['the button of a file', '<input type="file">', ['Inter']],
    ['what a picture would be', `<img src="/x.png" alt="${words}">`, sans],
  ])('in %s', async (_name, body, expected, css = '') => {
    expect(await fontsOf({ css, body, fonts: inter })).toEqual(expected);
  });
});

describe('what is generated is drawn', () => {
  it.each<[string, Sketch, string[]]>([
    [
      'content',
      {
        css: 'p::before{content:"\\6771" "\\1F680"}p::after{content:attr(data-x)}',
        body: '<p data-x="한">a</p>',
      },
      ['Inter', 'Noto Color Emoji', 'Noto Sans KR', 'Noto Sans SC'],
    ],
    [
      'counters',
      { css: 'p{counter-reset:c 3}p::after{content:counter(c,hebrew)}', body: '<p>a</p>' },
      ['Inter', 'Noto Sans Hebrew'],
    ],
    [
      'markers',
      {
        css: 'ol{list-style:inside hiragana}ul{list-style:inside "☃"}',
        body: '<ol><li>a</ol><ul><li>a</ul>',
      },
      ['Inter', 'Noto Sans SC', 'Noto Sans Symbols 2'],
    ],
    [
      'counter styles',
      {
        css: '@counter-style s{system:cyclic;symbols:☃ "\\4EAC"}',
        body: '<ul style="list-style:s inside"><li>a<li>b</ul>',
      },
      ['Inter', 'Noto Sans SC', 'Noto Sans Symbols 2'],
    ],
    ['quotation marks', { language: 'ja', body: '<q>a</q>' }, ['Inter', 'Noto Sans JP']],
    ['references', { body: '<p>&rarr; &hearts; &#x6771;</p>' }, ['Inter', 'Noto Sans Math', 'Noto Sans SC']],
    [
      'mathematics',
      { body: '<math><mi>a</mi><mo>-</mo><mi>π</mi><mi>sin</mi><mi mathvariant="normal">h</mi></math>' },
      ['Noto Sans Math'],
    ],
    [
      'letters in parts',
      { body: '<p>\u1112\u1161\u11ab o\u0302\u0301 か\u3099</p>' },
      ['Inter', 'Noto Sans KR', 'Noto Sans SC'],
    ],
    [
      'text that could be a picture',
      { css: 'p{font-family:serif}', body: '<p>☕\ufe0e ⌚\ufe0e ❤\ufe0f</p>' },
      ['Newsreader', 'Noto Color Emoji', 'Noto Sans Symbols 2'],
    ],
  ])('%s', async (_name, sketch, expected) => {
    expect(await fontsOf(sketch)).toEqual(expected);
  });

  it('capitals of Turkish', async () => {
    const body = '<p>diyarbakır ß</p>';
    expect(await fontsOf({ language: 'tr', css: 'p{text-transform:uppercase}', body })).toEqual(['Inter']);
  });
});

describe('an element draws Han characters as its language does', () => {
  it('beside others, below others, and under any family', async () => {
    const html = [
      ['<p id="card">直</p>', 'Noto Sans SC'],
      ['<p id="ja" lang="ja">直</p>', 'Noto Sans JP'],
      ['<p lang="ja"><b id="family">骨</b></p>', 'Noto Sans JP'],
      ['<p lang="ja"><b id="within" lang="zh-CN">直</b></p>', 'Noto Sans SC'],
      ['<p id="tw" lang="zh-TW">直</p>', 'Noto Sans TC'],
      ['<p id="ko" lang=ko>直</p>', 'Noto Sans KR'],
      ['<p id="en" lang="en">直</p>', 'Noto Sans SC'],
    ] as const;
    const body = html.map(([element]) => element).join('');
    await window.show(await sketchCard({ css: '#family{font-family:serif!important}', body }));
    for (const [element, font] of html) {
      const [, id] = /id="(\w+)"/.exec(element)!;
      expect([element, await window.fonts(`#${id}`)]).toEqual([element, [font]]);
    }
  });
});

describe('hyphens', () => {
  /** The lines that the first paragraph takes. */
  const lineCount = `(() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('p'));
    return new Set(Array.from(range.getClientRects(), ({ top }) => top)).size;
  })()`;
  const word = 'Donaudampfschifffahrtsgesellschaft';

  it.each([
    ['German words of their own accord', 'hyphens:auto', `<p lang="de">${word}</p>`, true],
    ['English ones', 'hyphens:auto', '<p>representation of internationalization</p>', true],
    [
      'nothing that is not asked to',
      'hyphens:manual',
      `<p lang="de">${word}</p><b style="hyphens:auto">b</b>`,
      false,
    ],
    ['nothing in a language without patterns', 'hyphens:auto', `<p lang="sw">${word}</p>`, false],
    ['what has soft hyphens', '', '<p>inter&shy;nation&shy;alization</p>', true],
  ])('part %s', async (_name, style, body, isParted) => {
    await window.show(await sketchCard({ css: `p{width:6em;font-size:20px;${style}}`, body }));
    expect(Number(await window.evaluate(lineCount)) > 1).toBe(isParted);
    expect(await window.evaluate(`/[\\ufdd0]/.test(document.body.textContent)`)).toBe(false);
  });
});
