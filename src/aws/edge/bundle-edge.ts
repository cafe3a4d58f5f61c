import { buildSync, type BuildOptions } from 'esbuild';
import { extname, join } from 'node:path';
import { ConfigError } from '../../errors.ts';
import { apiPath, sealedPrefix } from '../../serve/url/paths.ts';

/** What CloudFront takes. */
export const maxEdgeBytes = 10 * 1024;

/** ES5, and what the runtime has beside: esbuild refuses what it can neither keep nor write differently. */
const language: BuildOptions = {
  target: 'es5',
  supported: {
    arrow: true,
    'async-await': true,
    'const-and-let': true,
    'exponent-operator': true,
    'rest-argument': true,
    'template-literal': true,
  },
};

/**
 * The edge function as one file of what CloudFront's JavaScript runtime 2.0 understands.
 *
 * @param prefix Where sealed cards lie.
 * @param picturesPrefix Where pictures of the site's own lie, if it has some.
 * @throws {ConfigError} it is larger than CloudFront takes.
 */
export function bundleEdge(prefix = sealedPrefix, picturesPrefix = ''): string {
  const { outputFiles } = buildSync({
    ...language,
    entryPoints: [join(import.meta.dirname, `handler${extname(import.meta.filename)}`)],
    bundle: true,
    format: 'esm',
    external: ['cloudfront', 'crypto'],
    define: {
      SEALED_PREFIX: JSON.stringify(prefix),
      PICTURES_PREFIX: JSON.stringify(picturesPrefix),
      API_PATH: JSON.stringify(picturesPrefix && apiPath),
    },
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  const code = asScript(outputFiles[0]!.text);
  const bytes = Buffer.byteLength(code);
  if (bytes <= maxEdgeBytes) return code;
  throw new ConfigError(`The edge function has ${bytes} bytes, and CloudFront takes ${maxEdgeBytes}.`);
}

/** CloudFront looks for a `handler` at the top, and its modules export nothing. */
function asScript(code: string): string {
  return code.replace(/^\/\/ .*\n/gm, '').replace(/export \{\s*handler\s*\};\s*$/, '');
}
