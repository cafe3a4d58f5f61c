import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const all = 'test/**/*.test.{ts,tsx}';
const browser = 'test/**/*.browser.test.{ts,tsx}';
/** Neither a browser nor quick: hundreds of processes. */
const slow = 'test/**/*.slow.test.{ts,tsx}';

/** Installs of whole frameworks, minutes each: for `make examples` alone. */
const heavy = 'test/**/*.heavy.test.ts';
const frameworks = {
  extends: true as const,
  test: { name: 'heavy', include: [heavy], testTimeout: 900_000, hookTimeout: 300_000 },
};

export default defineConfig({
  resolve: {
    // Our own name means what is being worked on, and not what was built last.
    alias: [
      { find: /^cardstock-og$/, replacement: join(import.meta.dirname, 'src/index.ts') },
      { find: /^cardstock-og\/og$/, replacement: join(import.meta.dirname, 'src/og.ts') },
      { find: /^cardstock-og\/template$/, replacement: join(import.meta.dirname, 'src/template.ts') },
      { find: /^cardstock-og\/jsx-runtime$/, replacement: join(import.meta.dirname, 'src/jsx-runtime.ts') },
      {
        find: /^cardstock-og\/jsx-dev-runtime$/,
        replacement: join(import.meta.dirname, 'src/jsx-dev-runtime.ts'),
      },
      { find: /^cardstock-og\/templates$/, replacement: join(import.meta.dirname, 'templates/index.ts') },
    ],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // A picture that lay in this machine's own cache would hide a renderer that is broken.
    env: { CARDSTOCK_STORE: 'none' },
    setupFiles: ['test/support/plain-environment.ts'],
    // What the loader of projects has made is run as Node runs it.
    server: { deps: { external: [/\/cardstock-project-\w+\/project\.mjs$/] } },
    // Vitest's own default leaves one core idle, which is half of a machine with two.
    maxWorkers: availableParallelism(),
    // Sockets, browsers and hundreds of processes on a machine that others use too: the summary says which took two.
    retry: 1,
    projects: [
      {
        extends: true,
        // No test is about its own speed, and a machine may be busy.
        test: { name: 'fast', include: [all], exclude: [browser, slow, heavy], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: [browser, slow],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      ...(process.env['CARDSTOCK_EXAMPLES'] ? [frameworks] : []),
    ],
  },
});
