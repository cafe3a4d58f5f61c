import { buildSync } from 'esbuild';
import { extname, join } from 'node:path';

/**
 * Writes the function that carries the secrets as `index.js` into a folder. What Lambda has of
 * the SDK stays outside, but not the store's client: it must meet the signature it is bundled with.
 */
export function bundleSecrets(folder: string): void {
  buildSync({
    entryPoints: [join(import.meta.dirname, `handler${extname(import.meta.filename)}`)],
    outfile: join(folder, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs', // where Lambda finds its own SDK
    target: 'node24',
    external: ['@aws-sdk/client-secrets-manager'],
    legalComments: 'none',
    logLevel: 'silent',
  });
}
