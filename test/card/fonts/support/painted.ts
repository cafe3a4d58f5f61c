import type { CDPSession } from 'puppeteer-core';
import { chooseFonts, type FontFace, symbolFamily } from '../../../../src/card/fonts/faces.ts';
import { startBrowser } from '../../../support/browsers.ts';
import { makeCatchAll, makeCmap, packaged, unpackWoff } from './fonts.ts';

/** A font that has a glyph for everything: asked last, it takes what would be a box. */
const box = 'JetBrainsMono-Regular';
const boxFace = {
  family: 'Box',
  weight: 400,
  unicodeRange: 'U+0-10FFFF',
  data: unpackWoff(packaged('@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff'), {
    cmap: makeCmap(makeCatchAll(1)),
  }).toString('base64'),
};

/** Runs in the page. */
const useFaces = `async (faces) => {
  for (const { family, weight, unicodeRange, data } of faces) {
    const face = new FontFace(family, 'url(data:font/woff2;base64,' + data + ')', { weight, unicodeRange });
    document.fonts.add(await face.load());
  }
  document.documentElement.offsetHeight;
}`;

/** What Chromium drew a text with, as it tells itself. */
export interface Painted {
  /** The name inside each font, and how many glyphs of it. */
  readonly glyphs: Readonly<Record<string, number>>;
  readonly hasBox: boolean;
}

/** What each text is drawn with, in the browser that cards are made with and the fonts they get. */
export async function paint(
  texts: readonly string[],
  more: { faces?: readonly FontFace[] } = {},
): Promise<Painted[]> {
  const faces =
    more.faces ?? chooseFonts([{ family: 'Inter', weights: [400] }], texts.join('\n'), 'en').faces;
  const { browser } = await startBrowser();
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  await session.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html: htmlOf(texts) });
  await page.evaluate(`(${useFaces})(${JSON.stringify([...faces, boxFace])})`);
  return usedFonts(session);
}

function htmlOf(texts: readonly string[]): string {
  const stack = `font-family:Inter,'${symbolFamily}',Box`;
  const lines = texts.map((text) => `<i>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</i>`);
  return `<meta charset="utf-8"><style>i{display:block;font-style:normal;${stack};font-variant-emoji:unicode}</style>${lines.join('')}`;
}

async function usedFonts(session: CDPSession): Promise<Painted[]> {
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: -1 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'i' });
  return Promise.all(
    nodeIds.map(async (nodeId) => {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
      const glyphs = Object.fromEntries(fonts.map((font) => [font.postScriptName, font.glyphCount]));
      return { glyphs, hasBox: box in glyphs || fonts.some((font) => !font.isCustomFont) };
    }),
  );
}
