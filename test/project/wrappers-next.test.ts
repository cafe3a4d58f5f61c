import { globSync } from 'node:fs';
import { expect, it } from 'vitest';
import withCardstock from '../../src/project/wrappers/next.ts';

it('withCardstock leaves the package to Next and names what it reads, beside what a config says itself', () => {
  const config = withCardstock({
    output: 'standalone',
    serverExternalPackages: ['sharp'],
    outputFileTracingIncludes: { '/**': ['./data/**'], '/about': ['./about.md'] },
  } as const);
  expect(config).toMatchObject({
    output: 'standalone',
    outputFileTracingIncludes: { '/about': ['./about.md'] },
  });
  expect(config.serverExternalPackages).toEqual(expect.arrayContaining(['sharp', 'cardstock-og']));
  const globs = config.outputFileTracingIncludes['/**'];
  expect(globs[0]).toBe('./data/**');
  const files = globs.slice(1).flatMap((glob) => globSync(glob));
  expect(files.filter((file) => /\/chromium\.(br|pack)$/.test(file))).toHaveLength(1);
  expect(files.filter((file) => file.endsWith('.woff2')).length).toBeGreaterThan(100);
});
