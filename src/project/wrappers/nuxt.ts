import '../../system/require-node.ts';
import * as fs from 'node:fs'; // by its names an old Node, which lacks one, could not even be refused
import { buildSite, type BuildSiteOptions } from '../build-site.ts';
import { browserFiles, shippedFonts } from '../functions/included-files.ts';
import { external } from './external.ts';
import { type Logger, logReport, prefixed } from './report.ts';

interface Nitro {
  readonly logger?: Logger;
  readonly options: { readonly static?: boolean; readonly output: { readonly publicDir: string } };
}

interface Externals {
  external?: unknown[];
  traceInclude?: unknown[];
}

interface Nuxt {
  readonly options: {
    readonly dev: boolean;
    readonly app: { readonly baseURL: string };
    readonly nitro: { externals?: Externals };
  };
  hook(event: 'nitro:build:public-assets', listener: (nitro: Nitro) => Promise<void>): unknown;
}

/** A Nuxt module: server routes make cards wherever `.output` is moved to, and `nuxt generate` gives pages theirs. */
export default function cardstock(options: Omit<BuildSiteOptions, 'folder'>, nuxt: Nuxt): void {
  const { dev, nitro, app } = nuxt.options;
  const before = nitro.externals ?? {};
  // What is read and not imported, so that tracing does not see it.
  const read = dev ? [] : fs.globSync([...shippedFonts(), ...browserFiles()]);
  nitro.externals = {
    ...before,
    external: [...(before.external ?? []), ...external],
    traceInclude: [...(before.traceInclude ?? []), ...read],
  };
  nuxt.hook('nitro:build:public-assets', async ({ options: { static: isStatic, output }, logger }) => {
    if (!isStatic) return;
    const report = await buildSite({ basePath: app.baseURL, ...options, folder: output.publicDir });
    logReport(report, logger && prefixed(logger));
  });
}
