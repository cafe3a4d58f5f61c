import { createJiti } from 'jiti';

/**
 * Imports a module of a user's project, TypeScript and JSX as they are, and all it imports anew:
 * what was edited since the last time is seen. `cardstock`, `preact` and `zod` are the very
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

async function ownModules(): Promise<Record<string, unknown>> {
  const [cardstock, templates, preact, runtime, zod] = await Promise.all([
    import('../index.ts'),
    import('../../templates/index.ts'),
    import('preact'),
    import('preact/jsx-runtime'),
    import('zod'),
  ]);
  return {
    cardstock,
    'cardstock/templates': templates,
    preact,
    'preact/jsx-runtime': runtime,
    zod,
  };
}
