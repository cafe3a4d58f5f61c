import type { Plugin } from 'esbuild';

interface Lent {
  /** The door of `cardstock-og` that gives it to functions. */
  readonly door: string;
  load(): Promise<object>;
}

/** Functions go in where all of it is a few files, see `bundle-doors.js`. */
const bundled = (name: string): string => `cardstock-og/bundled/${name}`;
const own = (name: string, load: Lent['load']): Record<string, Lent> => ({
  [name]: { door: bundled(name.split('/')[1] ?? 'index'), load },
});
const lent = (name: string, load: Lent['load']): Lent => ({ door: bundled(`lent/${name}`), load });
const runtime: Lent = {
  door: bundled('jsx-dev-runtime'),
  load: () => import('cardstock-og/jsx-dev-runtime'),
};

/** For what was built already, as libraries are. */
const builtRuntime: Lent = { door: bundled('jsx-runtime'), load: () => import('preact/jsx-runtime') };
/** Nothing of React need be installed, and a React that is installed is not asked. */
const react = lent('react', () => import('preact/compat'));

/**
 * What a project may import without having it installed, and gets from us where it has: templates
 * must be made with the very copies that render them. By the package's own name, as whoever
 * installed it would import it: nothing in here imports its index.
 */
const lentPackages: Readonly<Record<string, Lent>> = {
  ...own('cardstock-og', () => import('cardstock-og')),
  ...own('cardstock-og/template', () => import('cardstock-og/template')),
  ...own('cardstock-og/templates', () => import('cardstock-og/templates')),
  ...own('cardstock-og/jsx-runtime', () => import('cardstock-og/jsx-runtime')),
  'cardstock-og/jsx-dev-runtime': runtime,
  'preact/jsx-dev-runtime': runtime,
  'react/jsx-dev-runtime': runtime,
  'preact/jsx-runtime': builtRuntime,
  'react/jsx-runtime': builtRuntime,
  preact: lent('preact', () => import('preact')),
  'preact/hooks': lent('preact-hooks', () => import('preact/hooks')),
  'preact/compat': react,
  react,
  'react-dom': react,
  'react-dom/client': lent('react-dom-client', () => import('preact/compat/client')),
  'react-dom/server': lent('react-dom-server', () => import('preact/compat/server')),
  zod: lent('zod', () => import('zod')),
};

const any = { filter: new RegExp(`^(?:${Object.keys(lentPackages).join('|')})$`) };

/** Where it runs later, they are those of the `cardstock-og` that is installed there. */
export const lentByName: Plugin = {
  name: 'lent packages',
  setup(build) {
    build.onResolve({ filter: /./, namespace: 'lent' }, ({ path }) => ({ path, external: true }));
    build.onResolve({ filter: /^cardstock-og\/bundled\// }, ({ path }) => ({ path, external: true }));
    build.onResolve(any, ({ path, kind }) =>
      kind === 'require-call'
        ? { path, namespace: 'lent' }
        : { path: lentPackages[path]!.door, external: true },
    );
    build.onLoad({ filter: /./, namespace: 'lent' }, ({ path }) => ({
      contents: passOn(lentPackages[path]!.door),
    }));
  },
};

/** A library that says `require` gets it too; and whether there is a default, each knows by itself. */
function passOn(door: string): string {
  return `import * as all from '${door}'; export * from '${door}'; export default all.default;`;
}

/** Modules of this process, for modules that come later and cannot import them by name. */
const shelf: Record<string, object> = {};
const shelfName = Symbol.for('cardstock: lent packages');

/** On this machine they are those that run already. */
export const lentByHand: Plugin = {
  name: 'lent packages',
  setup(build) {
    Object.assign(globalThis, { [shelfName]: shelf });
    build.onResolve(any, ({ path }) => ({ path, namespace: 'lent' }));
    build.onLoad({ filter: /./, namespace: 'lent' }, async ({ path }) => {
      const module = await lentPackages[path]!.load();
      shelf[path] = module;
      return { contents: handOver(path, Object.keys(module)) };
    });
  },
};

/** Names of exports may be words that no variable may have, such as `null`. */
function handOver(path: string, names: readonly string[]): string {
  const shelf = `globalThis[Symbol.for(${JSON.stringify(shelfName.description)})]`;
  return [
    `const module = ${shelf}[${JSON.stringify(path)}];`,
    ...names.map((name, index) => `const value${index} = module[${JSON.stringify(name)}];`),
    `export { ${names.map((name, index) => `value${index} as ${name}`).join(', ')} };`,
  ].join('\n');
}
