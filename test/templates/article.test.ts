import { describe, expect, it } from 'vitest';
import { renderDocument } from '../../src/card/document.ts';
import { TemplateRegistry } from '../../src/card/registry.ts';
import { resolveCard } from '../../src/card/resolve.ts';
import { article } from '../../templates/article.tsx';
import { docs } from '../../templates/docs.tsx';

const registry = new TemplateRegistry([article, docs]);

async function bodyOf(template: string, props: Record<string, unknown>, variant = 'og'): Promise<string> {
  const { html } = renderDocument(await resolveCard({ template, props, variant }, registry));
  return html.slice(html.indexOf('<body>'));
}

describe('the description of an article', () => {
  const description = 'What a card must say.';
  const long = 'Cold starts, warm caches: photographing the web one card at a time';

  it('is shown below a short headline, and not below a long one', async () => {
    expect(await bodyOf('article', { title: 'Less, but better', description })).toContain(description);
    expect(await bodyOf('article', { title: long, description })).not.toContain(description);
  });

  it('has more room on a card that is not wide', async () => {
    expect(await bodyOf('article', { title: long, description }, 'square')).toContain(description);
  });

  it('counts Han characters twice', async () => {
    expect(await bodyOf('article', { title: '路'.repeat(40), description })).not.toContain(description);
  });
});

describe('the outline of a page', () => {
  it('is made of its headings', async () => {
    const body = await bodyOf('docs', {
      title: 'Installing',
      project: 'Kiln',
      outline: ['With npm', 'Proxies'],
    });
    expect(body.match(/<li>/g)).toHaveLength(2);
    expect(body).not.toContain('class="outline"');
  });

  it('is drawn without words where nobody gives them', async () => {
    const body = await bodyOf('docs', { title: 'Installing', project: 'Kiln' });
    expect(body).toContain('class="outline"');
    expect(
      body
        .replaceAll(/<[^>]*>/g, ' ')
        .trim()
        .split(/\s+/),
    ).toEqual(['K', 'Kiln', 'Installing']);
  });
});
