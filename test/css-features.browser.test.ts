import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Camera, createCamera } from '../src/camera/camera.ts';
import { renderDocument } from '../src/card/document.ts';
import { TemplateRegistry } from '../src/card/registry.ts';
import { resolveCard } from '../src/card/resolve.ts';
import { readConfig } from '../src/config.ts';
import type { Template } from '../src/index.ts';
import type { Feature } from './camera/features/feature.ts';
import { featurePage, features, tileAt, viewport } from './camera/features/page.tsx';
import { cutOut, type Drawing, meanDifference, missedSights, readDrawing } from './camera/features/sights.ts';

const goldenFile = join(import.meta.dirname, 'camera/features/golden.webp');
/** Its letters are those of the browser we pin. */
const isPinned = process.platform === 'linux' && process.arch === 'x64' && !process.env['CARDSTOCK_CHROME'];
const actualFile = join(import.meta.dirname, '../out/golden/css-features.png');
/** Of all values of a tile. A machine that rounds the edges of letters in another way is far below. */
const maxMeanDifference = 0.5;
const isRemaking = process.env['UPDATE_GOLDEN'] === '1';

let camera: Camera;
let picture: Buffer;
let page: Drawing;
let pageWithout: Drawing;

beforeAll(async () => {
  camera = await createCamera(readConfig({}, { browsers: 1 }));
  picture = await photograph(featurePage());
  page = await readDrawing(picture);
  pageWithout = await readDrawing(await photograph(featurePage({ isBroken: true })));
});
afterAll(() => camera.close());

async function photograph(template: Template): Promise<Buffer> {
  const request = { template: template.name, props: {}, lang: 'en' };
  const card = await resolveCard(request, new TemplateRegistry([template]));
  const { bytes } = await camera.take(renderDocument({ ...card, viewport }), 'png');
  return bytes;
}

/** What the tile of a feature lacks on this page, a sentence each. */
function missedOn(drawing: Drawing, feature: Feature): string[] {
  return missedSights(cutOut(drawing, tileAt(features.indexOf(feature))), feature.sights);
}

/** The features that are drawn in another way than on this page. */
function changedFrom(golden: Drawing): string[] {
  const changed = features.filter((_, index) => {
    const [now, then] = [page, golden].map((drawing) => cutOut(drawing, tileAt(index)));
    return meanDifference(now!, then!) > maxMeanDifference;
  });
  return changed.map(({ name }) => name);
}

describe('a card', () => {
  it.each(features)('may use $name', (feature) => {
    expect(missedOn(page, feature)).toEqual([]);
  });
});

describe('the page of features', () => {
  it('has eighty of them, each with a name of its own', () => {
    expect(new Set(features.map(({ name }) => name)).size).toBe(80);
  });

  it('would show of each that it is not there', () => {
    const unseen = features.filter((feature) => missedOn(pageWithout, feature).length === 0);
    expect(unseen.map(({ name }) => name)).toEqual([]);
  });

  it.skipIf(!isPinned)('is drawn as its golden picture has it', async () => {
    if (isRemaking) await sharp(picture).webp({ lossless: true, effort: 6 }).toFile(goldenFile);
    const changed = changedFrom(await readDrawing(await readFile(goldenFile)));
    if (changed.length === 0) return;
    await mkdir(dirname(actualFile), { recursive: true });
    await writeFile(actualFile, picture);
    expect.fail(`${changed.join(', ')}: not as the golden picture has it. See ${actualFile}.`);
  });
});
