import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, launch } from 'puppeteer-core';
import { renderDocument } from '../../../src/card/document.ts';
import { FontTeller } from '../../../src/card/fonts/drawn-with.ts';
import { TemplateRegistry } from '../../../src/card/registry.ts';
import { resolveCard } from '../../../src/card/resolve.ts';
import { templates } from '../../../templates/index.ts';
import { chromiumBinary } from '../../support/browsers.ts';

const registry = new TemplateRegistry(templates);
let browser: Browser;
beforeAll(async () => {
  const { executablePath } = await chromiumBinary();
  browser = await launch({ executablePath, headless: 'shell', pipe: true, args: ['--no-sandbox'] });
});
afterAll(() => browser.close());

/** What Chromium itself says draws a headline: families, and how many glyphs each. */
async function askChromium(title: string, style: string) {
  const card = await resolveCard({ template: 'plain', props: { title } }, registry);
  const { faces } = renderDocument(card);
  const rules = faces.map(
    (face) =>
      `@font-face{font-family:"${face.family}";font-weight:${face.weight};unicode-range:${face.unicodeRange};src:url(data:font/woff2;base64,${face.data})}`,
  );
  const page = await browser.newPage();
  await page.setContent(`<style>${rules.join('')}</style><h1 style='${style}'></h1>`);
  await page.$eval('h1', (h1, words) => (h1.textContent = words), title);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const session = await page.createCDPSession();
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'h1' });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  await page.close();
  return { faces, families: fonts.map(({ familyName }) => plain(familyName)) };
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[ -]|(?:thin|black|regular|bold)$/g, '');
}

/** `Noto Sans JP Thin` is the family of `noto-sans-jp-118-wght-normal`. */
function familyOf(file: string, families: readonly string[]): string | undefined {
  const fitting = families.filter((family) => plain(file).startsWith(family));
  return fitting.toSorted((a, b) => b.length - a.length)[0];
}

const style = 'font:700 40px Inter, "Cardstock-Symbols"';
const words = { families: 'Inter, "Cardstock-Symbols"', weight: 700, isItalic: false };

it.each([
  ['Latin', 'Hello, world'],
  ['Latin with marks', 'Ångström e\u0301 ọ̀'],
  ['Greek and Cyrillic', 'Ω и кот'],
  ['Japanese beside Latin', '日本語 and English'],
  ['Korean', 'Hi 한국어 카드'],
  ['Arabic', 'Hi مرحبا بالعالم'],
  ['Thai and Hindi', 'Hi สวัสดี नमस्ते'],
])('tells the families that Chromium draws %s with', async (_name, title) => {
  const { faces, families } = await askChromium(title, style);
  const told = new FontTeller(faces).tell(title, words);
  expect(new Set(told.map(({ file }) => familyOf(file, families)))).toEqual(new Set(families));
  const letters = new Set(title.replaceAll(' ', ''));
  expect(new Set(told.map(({ characters }) => characters).join(''))).toEqual(letters);
});
