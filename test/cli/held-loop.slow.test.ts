import { expect, test } from 'vitest';
import { makeFolder } from '../support/folder.ts';
import { startServer } from '../support/started-server.ts';

const template = `import { defineTemplate, text, z } from 'cardstock-og';

export const held = defineTemplate({
  props: z.strictObject({ title: text(40, 'The title') }),
  prepare: async () => {
    await null;
    for (;;);
  },
  render: ({ title }) => title,
});
`;

test('a template that loops behind an await is named, and the process ends for another one', async () => {
  const folder = makeFolder({
    'cards/held.ts': template,
    'cardstock.config.ts': `export default { templates: './cards' };`,
  });
  const server = await startServer({
    folder,
    variables: {
      CARDSTOCK_HOLD_MS: '500',
      NODE_ENV: 'production',
      OG_ALLOW_UNSIGNED: 'true',
      OG_SECRETS: 'x'.repeat(40),
      OG_SITE_URL: 'https://example.com',
    },
  });
  const card = `${server.origin}/.netlify/functions/gen-opengraph-image?template=held&title=Hello`;
  void fetch(card).catch(() => {});
  await expect.poll(() => server.exitCode, { timeout: 30_000 }).toBe(1);
  expect(server.said).toContain('something held the event loop for 500 ms — cards/held.ts:7:5');
});
