import { describe, expect, it } from 'vitest';
import { renderDocument } from '../../src/card/document.ts';
import { TemplateRegistry } from '../../src/card/registry.ts';
import { resolveCard } from '../../src/card/resolve.ts';
import { templates } from '../../templates/index.ts';

const registry = new TemplateRegistry(templates);
const black =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAYAAADED76LAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEUlEQVQYlWNgYGBoIIBHggIAUfggASGqq/QAAAAASUVORK5CYII=';

describe.each(registry.names)('a logo in %s', (template) => {
  it.each(['short', 'bare', 'title only'])(
    'is shown in the example "%s", if there is one',
    async (example) => {
      if (!(example in registry.get(template).examples)) return;
      const card = await resolveCard({ template, example, props: { logo: black } }, registry);
      const { html } = renderDocument(card);
      expect(html.split('class="logo"')).toHaveLength(2);
      expect(html).toContain(`<img src="${black}"`);
    },
  );
});
