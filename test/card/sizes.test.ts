import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { TemplateRegistry } from '../../src/card/registry.ts';
import { resolveCard } from '../../src/card/resolve.ts';
import { defineTemplate } from '../../src/card/template.ts';
import type { OwnSizes } from '../../src/card/viewport.ts';
import { Cardstock } from '../../src/cardstock.ts';
import { assembleTemplates } from '../../src/project/assemble.ts';

const github = { width: 910, height: 550, deviceScaleFactor: 2 };

function withSizes(variants: OwnSizes, viewport = 'og') {
  return defineTemplate({
    name: 'own',
    description: 'One with sizes of its own',
    props: z.strictObject({}),
    examples: { one: {} },
    fonts: [],
    css: '',
    viewport,
    variants,
    alt: () => 'One',
    render: () => null as never,
  });
}

const viewportOf = async (variant?: string, viewport?: string) => {
  const registry = new TemplateRegistry([withSizes({ github }, viewport)]);
  return (await resolveCard({ template: 'own', props: {}, variant }, registry)).viewport;
};

describe('a size of a template', () => {
  it('is one that its cards may have, beside those that ship', async () => {
    expect(await viewportOf('github')).toEqual(github);
    expect(await viewportOf('square')).toEqual({ width: 1080, height: 1080, deviceScaleFactor: 1 });
    await expect(viewportOf('gitlab')).rejects.toThrow(
      'unknown value "gitlab". Did you mean "github"? Valid: og, x, square, portrait, og@2x, github.',
    );
  });

  it('may be the one that it is drawn for', async () => {
    expect(await viewportOf(undefined, 'github')).toEqual(github);
  });

  it('is in the URL of a card, and what a page is told of it', async () => {
    const config = { siteUrl: new URL('https://example.com').origin, allowUnsigned: true };
    const cardstock = new Cardstock({ templates: [withSizes({ github })], config, environment: {} });
    const image = await cardstock.openGraph({ template: 'own', props: {}, variant: 'github' });
    expect(image).toMatchObject({ width: 1820, height: 1100 });
    const og = await cardstock.openGraph({ template: 'own', props: {} });
    expect(og.url).not.toBe(image.url);
    await cardstock.close();
  });

  it.each<[name: string, size: object, message: RegExp]>([
    ['og', github, /the variant "og" cannot be: it ships/],
    ['GitHub', github, /its name has lower-case letters/],
    ['../up', github, /its name has lower-case letters/],
    ['wide', { width: 5000, height: 500 }, /its width is 5000, and may be 16 to 4096/],
    ['none', { width: 100 }, /its height is undefined/],
    ['text', { width: '100', height: 100 }, /its width is 100/],
    ['huge', { width: 4000, height: 4000 }, /16000000 pixels, and may have 9000000/],
    ['fine', { width: 101, height: 100, deviceScaleFactor: 1.5 }, /no whole pixels/],
    ['deep', { width: 100, height: 100, deviceScaleFactor: 5 }, /may be 1 to 4/],
  ])('is refused where it is "%s" of %o', (name, size, message) => {
    const template = withSizes({ [name]: size } as OwnSizes);
    expect(() => new TemplateRegistry([template])).toThrow(message);
  });

  it('that it is drawn for must be there', () => {
    expect(() => new TemplateRegistry([withSizes({}, 'github')])).toThrow(
      'its viewport is "github". Valid: og, x, square, portrait, og@2x.',
    );
  });
});

describe('a size of a project', () => {
  it('is one of every template, unless that says otherwise', () => {
    const shipped = withSizes({});
    const own = { ...withSizes({ github: { width: 100, height: 50 } }), name: 'other' };
    const templates = assembleTemplates({ variants: { github } }, [{ own }], [shipped]);
    const sizes = templates.map(({ variants }) => variants?.['github']);
    expect(sizes).toEqual([{ width: 100, height: 50 }, github]);
  });

  it('is refused where it cannot be', () => {
    const variants = { github: { width: 1, height: 1 } };
    expect(() => assembleTemplates({ variants }, [], [])).toThrow(/The config: the variant "github"/);
  });
});
