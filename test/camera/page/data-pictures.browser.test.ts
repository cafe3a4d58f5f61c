import { expect, test } from 'vitest';
import { CardPage } from '../../../src/camera/page/card-page.ts';
import { asItIs, startBrowser } from '../../support/browsers.ts';
import { rawCard } from '../../support/cards.ts';
import { countPixels } from '../../support/pixels.ts';

const red = [255, 0, 0] as const;
const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9' width='200' height='200'><rect width='9' height='9' fill='#f00'/></svg>`;
const escaped = encodeURIComponent(svg);
const base64 = Buffer.from(svg).toString('base64');
/** As it stands in style sheets: only what would end the address is escaped. */
const plain = svg.replaceAll('#', '%23').replaceAll('<', '%3C').replaceAll('>', '%3E');

const spellings: Record<string, string> = {
  'percent-encoded': `data:image/svg+xml,${escaped}`,
  'percent-encoded as utf8': `data:image/svg+xml;utf8,${escaped}`,
  'percent-encoded with a charset': `data:image/svg+xml;charset=utf-8,${escaped}`,
  'plain between its tags': `data:image/svg+xml,${plain}`,
  'plain as utf8': `data:image/svg+xml;utf8,${plain}`,
  'all plain but its #': `data:image/svg+xml;charset=utf-8,${svg.replaceAll('#', '%23')}`,
  'in base64': `data:image/svg+xml;base64,${base64}`,
  'in base64 with a charset': `data:image/svg+xml;charset=utf-8;base64,${base64}`,
  'in capitals': `DATA:image/svg+xml,${escaped}`,
  'with the address of its author': `data:image/svg+xml,${plain.replace('%3E', '%3E%3C!-- https://example.com --%3E')}`,
};

const box = (style: string) => `<div style="width:200px;height:200px;${style}"></div>`;
const places: Record<string, (url: string) => string> = {
  'a background': (url) => box(`background:url(&quot;${url}&quot;)`),
  'a mask': (url) => box(`background:#f00;mask:url(&quot;${url}&quot;)`),
  'a border': (url) => box(`box-sizing:border-box;border:100px solid;border-image:url(&quot;${url}&quot;) 1`),
  'the content of an element': (url) => box(`content:url(&quot;${url}&quot;)`),
  'an image': (url) => `<img src="${url}" width="200" height="200">`,
  'an image in SVG': (url) =>
    `<svg width="200" height="200"><image href="${url}" width="200" height="200"/></svg>`,
  'a list mark': (url) => `<ul style="list-style:url(&quot;${url}&quot;) inside;padding:0"><li></li></ul>`,
};

test.each(Object.entries(places))(
  'every spelling of an SVG in a data URL is drawn as %s',
  async (_name, markup) => {
    const { browser } = await startBrowser();
    const page = await CardPage.open(browser, 'headless-shell');
    for (const [spelling, url] of Object.entries(spellings)) {
      const picture = await page.take(rawCard(`<!doctype html><body>${markup(url)}`), asItIs);
      expect([spelling, await countPixels(picture, red)]).toEqual([
        spelling,
        expect.toSatisfy((n) => n > 35_000),
      ]);
    }
  },
);
