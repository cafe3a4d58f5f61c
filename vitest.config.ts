import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const browserTests = 'test/**/*.browser.test.{ts,tsx}';

export default defineConfig({
  resolve: {
    // Our own name means what is being worked on, and not what was built last.
    alias: [
      { find: /^cardstock-og$/, replacement: join(import.meta.dirname, 'src/index.ts') },
      { find: /^cardstock-og\/template$/, replacement: join(import.meta.dirname, 'src/template.ts') },
      { find: /^cardstock-og\/templates$/, replacement: join(import.meta.dirname, 'templates/index.ts') },
    ],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // A picture that lay in this machine's own cache would hide a renderer that is broken.
    env: { CARDSTOCK_STORE: 'none' },
    projects: [
      {
        extends: true,
        test: { name: 'fast', include: ['test/**/*.test.{ts,tsx}'], exclude: [browserTests] },
      },
      {
        extends: true,
        // Chromium wants the cores for itself: one file after the other.
        test: {
          name: 'browser',
          include: [browserTests],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
