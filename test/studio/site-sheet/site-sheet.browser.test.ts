import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type DefaultTreeAdapterMap, html, parse } from 'parse5';
import { expect, it } from 'vitest';
import { writeSiteSheet } from '../../../src/studio/site-sheet/site-sheet.tsx';
import { makeSite, page } from '../../site/build/support.ts';

type Element = DefaultTreeAdapterMap['element'];
type ParentNode = DefaultTreeAdapterMap['parentNode'];

const described = '<meta name="description" content="What one hears of it.">';
const themed =
  '<meta property="og:site_name" content="Lamp & Room"><meta name="theme-color" content="#0b6e4f">';

function makeThree() {
  return makeSite({
    'index.html': page({ title: 'The Lamp Room', head: themed + described }),
    'a & 10%/fog.html': page({ title: '<i>Fog</i> 𓀀', head: described }),
    'untitled.html': '<!doctype html><html lang="de"><body><p>Worte.</p></body></html>',
    '404.html': page({ title: 'Page not found', head: '<meta name="robots" content="noindex">' }),
  });
}

it('shows every card of a build, the weakest first, with its image, its notes and a way to its page', async () => {
  const { build, folder, cacheFolder } = makeThree();
  const report = await build();
  const file = await writeSiteSheet(report, { siteFolder: folder, cacheFolder });
  const cards = elementsOf(parse(readFileSync(file, 'utf8')), 'li');

  expect(cards.map((card) => textOf(elementsOf(card, 'h2')[0]!))).toEqual(
    report.cards.map(({ title }) => title),
  );
  expect(report.cards.map(({ notes }) => notes.length > 0)).toEqual([true, true, false]);
  for (const [index, card] of cards.entries()) {
    const { notes, path } = report.cards[index]!;
    for (const note of notes) expect(textOf(card)).toContain(note);
    const [image] = elementsOf(card, 'img');
    expect(existsSync(join(dirname(file), attributeOf(image!, 'src')))).toBe(true);
    const addresses = elementsOf(card, 'a').map((link) => decodeURIComponent(attributeOf(link, 'href')));
    expect(join(dirname(file), addresses[1]!)).toBe(join(folder, path));
  }
});

it('says what the site was taken for, and what was left alone', async () => {
  const { build, folder, cacheFolder } = makeThree();
  const file = await writeSiteSheet(await build(), { siteFolder: folder, cacheFolder });
  const text = textOf(parse(readFileSync(file, 'utf8'))).replaceAll(/\s+/g, ' ');
  for (const words of ['Lamp & Room', '#0b6e4f, from theme-color', 'de 1', '1, they say noindex404.html']) {
    expect(text).toContain(words);
  }
});

it('has a place for cards whose images are not made here, runs no script and asks nothing of a server', async () => {
  const { build, folder, cacheFolder } = makeThree();
  const file = await writeSiteSheet(await build({ dryRun: true }), { siteFolder: folder, cacheFolder });
  const sheet = readFileSync(file, 'utf8');
  expect(sheet.match(/no image is kept here/g)).toHaveLength(3);
  expect(sheet).not.toMatch(/<script|src="https?:|url\(/);
});

function elementsOf(node: ParentNode, name: string): Element[] {
  return node.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return [];
    const inside = elementsOf(child, name);
    return child.tagName === name && child.namespaceURI === html.NS.HTML ? [child, ...inside] : inside;
  });
}

function textOf(node: ParentNode): string {
  return node.childNodes
    .map((child) => ('value' in child ? child.value : 'childNodes' in child ? textOf(child) : ''))
    .join('');
}

function attributeOf({ attrs }: Element, name: string): string {
  return attrs.find((attribute) => attribute.name === name)!.value;
}
