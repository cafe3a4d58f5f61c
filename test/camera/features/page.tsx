import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import * as z from 'zod';
import { css, defineTemplate, type Template } from '../../../src/template.ts';
import { gradients, spaces } from './colours.tsx';
import { columns } from './columns.tsx';
import { conditions } from './conditions.tsx';
import { drawnText } from './drawn.tsx';
import { effects } from './effects.tsx';
import { type Area, colours, type Feature } from './feature.ts';
import { fonts } from './fonts.tsx';
import { generated } from './generated.tsx';
import { layout } from './layout.tsx';
import { letters } from './letters.tsx';
import { breaks } from './lines.tsx';
import { pictures } from './pictures.tsx';
import { places } from './places.tsx';
import { rules } from './rules.tsx';
import { shapes } from './shapes.tsx';
import { transforms } from './transforms.tsx';
import { units } from './units.tsx';
import { values } from './values.tsx';
import { writing } from './writing.tsx';

export const features: readonly Feature[] = [
  ...[layout, columns, places, rules, conditions, values, units, spaces, gradients, effects, shapes],
  ...[pictures, transforms, breaks, letters, writing, drawnText, generated, fonts],
].flat();

// One letter, which its first palette has in red and its second one in green; drawn for this page.
const twoPalettes = join(import.meta.dirname, 'two-palettes.ttf');
const tile = { width: 140, height: 90, left: 36, top: 84, right: 152, below: 130 } as const;
const tilesInRow = 10;

export const viewport = { width: 1580, height: 1140, deviceScaleFactor: 1 } as const;

/** The drawing of the `index`th feature, on the page. */
export function tileAt(index: number): Area {
  const left = tile.left + (index % tilesInRow) * tile.right;
  const top = tile.top + Math.floor(index / tilesInRow) * tile.below;
  return [left, top, tile.width, tile.height];
}

/** @param options.isBroken As a browser would draw it that has none of the features. */
export function featurePage({ isBroken = false } = {}): Template {
  const of = (text: string, [feature, instead]: Feature['without']) =>
    isBroken ? text.replace(feature, instead) : text;
  return defineTemplate({
    name: 'features',
    description: 'What of CSS a card may use, each feature with what it looks like.',
    props: z.strictObject({}),
    examples: { all: {} },
    viewport: 'og',
    alt: () => 'A table of CSS features',
    fonts: [
      { family: 'Inter', weights: [500, 700] },
      { family: 'JetBrains Mono', weights: [500] },
      { family: 'Newsreader', weights: [400] },
      { family: 'Two Palettes', weights: [400], from: twoPalettes },
    ],
    render: () => (
      <main>
        <header>
          <h1>What a card may use</h1>
          <p>{features.length} features of CSS. What is green is right.</p>
        </header>
        {features.map(({ name, body, without }) => (
          <figure>
            <div dangerouslySetInnerHTML={{ __html: of(renderToString(body), without) }} />
            <figcaption>{name}</figcaption>
          </figure>
        ))}
      </main>
    ),
    css: pageCss + features.map((feature) => of(feature.css, feature.without)).join('\n'),
  });
}

const pageCss = css`
  html {
    line-height: 20px;
  }
  main {
    ${Object.entries(colours)
      .map(([name, value]) => `--${name}: ${value};`)
      .join(' ')}
    height: 100%;
    padding: 28px 36px;
    display: grid;
    grid: 56px repeat(8, 130px) / repeat(10, 140px);
    column-gap: 12px;
    font-weight: 500;
    color: var(--ink);
    background: #f3f1ea;
  }
  header {
    grid-column: 1 / -1;
    display: flex;
    gap: 18px;
    font-size: 22px;
    line-height: 30px;
  }
  header h1 {
    font-weight: 700;
  }
  header p {
    color: #5d6f6a;
  }
  figure > div {
    position: relative;
    height: 90px;
    overflow: hidden;
    background: var(--paper);
    outline: 1px solid #dedacd;
  }
  figcaption {
    font-size: 12px;
    line-height: 28px;
    white-space: nowrap;
    color: #5d6f6a;
  }
  figure i {
    display: block;
  }
  ${(['right', 'wrong', 'sun', 'sky', 'ink'] as const)
    .map((name) => `figure .${name} { background: var(--${name}); }`)
    .join('\n')}
`;
