import { describe, expect, it } from 'vitest';
import { furnish } from '../../src/card/furnish.ts';
import { renderDocument } from '../../src/card/document.ts';
import { Pictures } from '../../src/card/pictures/pictures.ts';
import { TemplateRegistry } from '../../src/card/registry.ts';
import { resolveCard } from '../../src/card/resolve.ts';
import { loadProject } from '../../src/project/load-project.ts';
import { makeFolder } from '../support/folder.ts';

const svg = (id: string) => `<svg xmlns="http://www.w3.org/2000/svg" id="${id}"/>`;
const dataUrl = (id: string) => `data:image/svg+xml;base64,${Buffer.from(svg(id)).toString('base64')}`;

const files = {
  'cardstock.config.ts': `export default { templates: './cards', gallery: false }`,
  'cards/one.svg': svg('one'),
  'cards/icons/two.svg': svg('two'),
  'parts/three.svg': svg('three'),
  'four.svg': svg('four'),
  'parts/part.tsx': `export const Part = () => <img src="./three.svg" />;`,
};

/** The document of a template with this markup and these styles, and what it does without. */
async function show(markup: string, css = '', title = 'Hi') {
  const template = `import { defineTemplate, text, z } from 'cardstock-og'; import { h } from 'preact'; import { Part } from '../parts/part.tsx';
export const own = defineTemplate({ name: 'own', description: 'Own.', props: z.strictObject({ title: text(40, 'A title') }), examples: { a: { title: 'Hi' } },
  fonts: [], viewport: 'og', css: ${JSON.stringify(css)}, alt: () => '', render: ({ title }) => <main title={title}>${markup}<Part /></main> });`;
  const { templates } = await loadProject(makeFolder({ ...files, 'cards/own.tsx': template }));
  const card = await resolveCard({ template: 'own', props: { title } }, new TemplateRegistry(templates));
  const { document, missingImages } = await furnish(renderDocument(card), new Pictures({ allowedHosts: [] }));
  return { html: document.html, missing: missingImages.map(({ prop, error }) => [prop, error.reason]) };
}

describe('a picture that a template names', () => {
  it.each([
    ['beside its own file', '<img src="./one.svg" />', 'one'],
    ['without a dot', '<img src="one.svg" />', 'one'],
    ['in a folder', "<img src={'./icons/' + 'two' + '.svg'} />", 'two'],
    ['in a folder above', '<img src="../four.svg" />', 'four'],
    ['in SVG', '<svg><image href="./one.svg" /></svg>', 'one'],
    ['in a style', "<p style={{ backgroundImage: 'url(./one.svg)' }} />", 'one'],
    ['in a style that is text', `<p style="background: url('icons/two.svg')" />`, 'two'],
    ['by h', "{h('img', { src: 'one.svg' })}", 'one'],
  ])('%s is in its document, and those of a part are beside the part', async (_name, markup, id) => {
    const { html, missing } = await show(markup);
    expect(missing).toEqual([]);
    expect(html).toContain(dataUrl(id));
    expect(html).toContain(dataUrl('three'));
  });

  it('in its styles is there too', async () => {
    const { html, missing } = await show(
      '',
      `main { background: url(./one.svg) } p { mask: url("icons/two.svg") }`,
    );
    expect(missing).toEqual([]);
    expect(html).toContain(dataUrl('one'));
    expect(html).toContain(dataUrl('two'));
  });

  it.each([
    ['a path that leads nowhere', '<img src="./gone.svg" />', 'cards/./gone.svg', 'there is no such picture'],
    [
      'a path out of the project',
      '<img src="../../etc/x.svg" />',
      'cards/../../etc/x.svg',
      'there is no such',
    ],
    ['a path of the site', '<img src="/x.png" />', '/x.png', 'OG_IMAGE_FOLDER'],
    [
      'a host that is not allowed',
      '<img src="https://example.com/x.png" />',
      'https://example.com/x.png',
      'host',
    ],
    ['a scheme of its own', '<img src="ftp://example.com/x.png" />', 'ftp://example.com/x.png', 'neither'],
  ])('%s is named, and shows nothing', async (_name, markup, prop, reason) => {
    const { html, missing } = await show(markup);
    expect(missing).toEqual([[prop, expect.stringContaining(reason)]]);
    expect(html).not.toContain('src="./gone.svg"');
    expect(html).toContain('src="data:image/gif;base64,');
  });

  it('in the styles of a template that cannot be had is named as well', async () => {
    const { missing } = await show('', 'main { background: url(https://example.com/x.png) }');
    expect(missing.map(([prop]) => prop)).toEqual(['https://example.com/x.png']);
  });

  it('is not for a visitor to choose by its path', async () => {
    const { html, missing } = await show('<img src={`./icons/${title}.svg`} />', '', '../../four');
    expect(html).not.toContain(dataUrl('four'));
    expect(missing).toHaveLength(1);
    expect((await show('<img src={`./icons/${title}.svg`} />', '', 'two')).missing).toEqual([]);
  });

  it('is no picture where it is only spoken of', async () => {
    const { html, missing } = await show('<p>{"url(./one.svg) <img src=\\"./one.svg\\">"}</p>');
    expect(missing).toEqual([]);
    expect(html).not.toContain(dataUrl('one'));
  });
});
