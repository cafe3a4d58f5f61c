import { expect, it } from 'vitest';
import { readConfig } from '../../../../src/config.ts';
import { openStore } from '../../../../src/serve/cache/stores/open-store.ts';

it.each([
  ['disk', 'disk, /somewhere'],
  ['netlify-blobs', 'Netlify Blobs, store "cardstock"'],
  ['none', undefined],
])('CARDSTOCK_STORE=%s opens what it says', (name, description) => {
  const config = readConfig({ CARDSTOCK_STORE: name, CARDSTOCK_CACHE: '/somewhere' });
  expect(openStore(config)?.description).toBe(description);
});
