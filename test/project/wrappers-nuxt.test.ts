import { expect, it } from 'vitest';
import cardstock from '../../src/project/wrappers/nuxt.ts';

it('the module leaves the package to Node and names what it reads, beside what a config says itself', () => {
  const nitro = { externals: { inline: ['vue'], external: ['sharp'], traceInclude: ['/data.json'] } };
  cardstock({}, { options: { dev: false, app: { baseURL: '/' }, nitro }, hook: () => undefined });
  expect(nitro.externals.inline).toEqual(['vue']);
  expect(nitro.externals.external).toEqual(expect.arrayContaining(['sharp', 'cardstock-og']));
  const [own, ...files] = nitro.externals.traceInclude;
  expect(own).toBe('/data.json');
  expect(files.filter((file) => /\/chromium\.(br|pack)$/.test(file))).toHaveLength(1);
  expect(files.filter((file) => file.endsWith('.woff2')).length).toBeGreaterThan(100);
});
