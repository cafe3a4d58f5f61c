import { createJiti } from 'jiti';
import { loadStandIn, type ReactModule, reactStandIns } from './react-stand-in.ts';

/**
 * Imports a module of a user's project, TypeScript and JSX as they are, and all it imports anew:
 * what was edited since the last time is seen. `cardstock-og`, `preact` and `zod` are the very
 * modules that run here, so that a project needs none of them installed.
 */
export async function importFresh<Module>(file: string): Promise<Module> {
  const jiti = createJiti(import.meta.url, {
    jsx: { runtime: 'automatic', importSource: 'preact' },
    interopDefault: false,
    fsCache: false,
    moduleCache: false,
    virtualModules: await ownModules(),
  });
  return jiti.import<Module>(file);
}

/** By the package's own name, as whoever installed it would import it: nothing in here imports its index. */
async function ownModules(): Promise<Record<string, unknown>> {
  const [all, template, templates, preact, runtime, zod] = await Promise.all([
    import('cardstock-og'),
    import('cardstock-og/template'),
    import('cardstock-og/templates'),
    import('preact'),
    import('preact/jsx-runtime'),
    import('zod'),
  ]);
  return {
    'cardstock-og': all,
    'cardstock-og/template': template,
    'cardstock-og/templates': templates,
    preact,
    'preact/jsx-runtime': runtime,
    'cardstock-og/jsx-runtime': runtime,
    'cardstock-og/jsx-dev-runtime': runtime,
    zod,
    ...(await reactModules()),
  };
}

async function reactModules(): Promise<Record<string, object>> {
  const names = Object.keys(reactStandIns) as ReactModule[];
  const entries = names.map(async (name) => [name, await loadStandIn(name)] as const);
  return Object.fromEntries<object>(await Promise.all(entries));
}
