import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

const all = 'test/**/*.test.{ts,tsx}';
const browser = 'test/**/*.browser.test.{ts,tsx}';
/** Neither a browser nor quick: hundreds of processes. */
const slow = 'test/**/*.slow.test.{ts,tsx}';

/** Put modules in the place of others, or load what stays in a process for good: signal handlers, variables read once. */
const alone = [
  ...globSync(all, { cwd: import.meta.dirname }).filter((path) =>
    /\bvi\.(?:mock|doMock)\(/.test(readFileSync(join(import.meta.dirname, path), 'utf8')),
  ),
  'test/aws/**/*.test.ts',
  'test/project/functions/bundled-doors.test.ts',
  'test/serve/cache/stores/netlify-blob-store.test.ts',
  'test/serve/cloudinary/**/*.test.ts',
];

/** No test is about its own speed, and a machine may be busy. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000 };

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
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: [all],
          exclude: [browser, slow, heavy, ...alone],
          ...patience,
          // A process for each file, with all that it imports, is half of what most of them take.
          isolate: false,
          setupFiles: ['test/support/no-trace.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: alone, exclude: [browser, slow, heavy], ...patience },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: [browser, slow],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxConcurrency: 2,
        },
      },
      ...(process.env['CARDSTOCK_EXAMPLES'] ? [frameworks] : []),
    ],
  },
});
