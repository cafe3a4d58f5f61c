import { afterAll, describe, expect, it } from 'vitest';
import { renderDocument } from '../../src/card/document.ts';
import { TemplateRegistry } from '../../src/card/registry.ts';
import { resolveCard } from '../../src/card/resolve.ts';
import { createCamera } from '../../src/camera/camera.ts';
import { readConfig } from '../../src/config.ts';
import { lintCard } from '../../src/camera/lint/lint-card.ts';
import { templates } from '../../templates/index.ts';
import { headlines } from './support/headlines.ts';

const registry = new TemplateRegistry(templates);
const camera = await createCamera(readConfig({}, {}));
afterAll(() => camera.close());

/** Whose Han characters, by the files that fontsource calls them. */
const hanFiles = {
  ja: 'noto-sans-jp',
  ko: 'noto-sans-kr',
  zh: 'noto-sans-sc',
  'zh-Hant': 'noto-sans-tc',
} as const;

async function documentOf(template: string, title: string, lang?: string) {
  return renderDocument(await resolveCard({ template, props: { title }, lang }, registry));
}

describe.each(Object.entries(headlines))('headlines in %s', (lang, list) => {
  it.each(list)('%s', async (title) => {
    const document = await documentOf('article', title, lang);
    const faults = (await lintCard(document, camera)).filter(({ severity }) => severity === 'error');
    expect(faults).toEqual([]);
    expect(document.missingGlyphs).toEqual([]);
    const { clamped } = await camera.take(document, 'jpeg');
    expect(clamped).toBe(false);
  });
});

describe('Han characters', () => {
  it.each(Object.entries(hanFiles))('of a headline in %s are in the national form', async (lang, file) => {
    for (const title of headlines[lang]!) {
      const { faces } = await documentOf('article', title, lang);
      const han = new Set(faces.flatMap(({ id }) => /noto-sans-(?:jp|kr|sc|tc)/.exec(id)?.[0] ?? []));
      expect([title, ...han]).toEqual([title, file]);
    }
  });

  it('are guessed by kana and hangul where nobody says the language', async () => {
    const { html } = await documentOf('article', headlines['ja']![0]);
    expect(html).toContain('<html lang="ja"');
    expect((await documentOf('article', headlines['ko']![0])).html).toContain('<html lang="ko"');
  });
});

it('has two headlines in sixty languages, at least', () => {
  expect(Object.keys(headlines).length).toBeGreaterThanOrEqual(60);
});
