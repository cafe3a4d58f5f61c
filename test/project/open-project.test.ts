import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cardstock, ConfigError, metaTags, openProject } from '../../src/index.ts';

const config = `export default {
  site: 'https://cards.example',
  language: 'pt-BR',
  templates: './cards',
};`;

const template = `/** @jsxImportSource cardstock-og */
import { defineTemplate, text, z } from 'cardstock-og/template';

export const greeting = defineTemplate({
  name: 'greeting',
  description: 'A greeting.',
  props: z.strictObject({ title: text(40, 'The title') }),
  examples: { short: { title: 'Olá' } },
  fonts: [{ family: 'Inter', weights: [400] }],
  viewport: 'square',
  alt: ({ title }, { language }) => \`\${title} (\${language})\`,
  render: ({ title }) => <h1>{title}</h1>,
  css: '',
});`;

const card = { template: 'greeting', props: { title: 'Olá' } };

describe('a program opens a project', () => {
  let folder: string;
  let cardstock: Cardstock;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cardstock-open-'));
    mkdirSync(join(folder, 'cards'));
    mkdirSync(join(folder, 'server/routes'), { recursive: true });
    writeFileSync(join(folder, 'cardstock.config.ts'), config);
    writeFileSync(join(folder, 'cards/greeting.tsx'), template);
    cardstock = await openProject(join(folder, 'server/routes'));
  });
  afterAll(async () => {
    await cardstock.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('from a folder below, with its templates, and those that ship', () => {
    expect(cardstock.templates.names).toEqual(expect.arrayContaining(['greeting', 'article']));
  });

  it('with its settings', async () => {
    expect(cardstock.config).toMatchObject({ siteUrl: 'https://cards.example', language: 'pt-BR' });
    expect(await cardstock.cardUrl(card)).toMatch(/^https:\/\/cards\.example\/og\/[\w-]+\.jpg$/);
  });

  it('with settings of its own before those', async () => {
    const own = await openProject(folder, { siteUrl: 'https://other.example' });
    expect(await own.cardUrl(card)).toMatch(/^https:\/\/other\.example\//);
    await own.close();
  });

  it('and has what a page says of a card, at the size it is asked for', async () => {
    expect(await cardstock.openGraph({ ...card, format: 'png' })).toEqual({
      url: await cardstock.cardUrl({ ...card, format: 'png' }),
      width: 1080,
      height: 1080,
      type: 'image/png',
      alt: 'Olá (pt-BR)',
    });
    const twice = await cardstock.openGraph({ ...card, variant: 'og@2x' });
    expect(twice).toMatchObject({ width: 2400, height: 1260, type: 'image/jpeg' });
  });

  it('and that goes into the tags of a page as it is', async () => {
    const image = await cardstock.openGraph(card);
    const { html } = metaTags({ title: 'Olá', url: 'https://cards.example/', image });
    expect(html).toContain('content="1080"');
    expect(html).toContain(image.url);
  });

  it('or is told which file cannot be loaded', async () => {
    const broken = join(folder, 'broken');
    mkdirSync(broken);
    writeFileSync(join(broken, 'cardstock.config.ts'), 'export default {{');
    const failure = openProject(broken);
    await expect(failure).rejects.toThrow(ConfigError);
    await expect(failure).rejects.toThrow('cardstock.config.ts');
  });
});
