import '../../system/require-node.ts';
import { relative } from 'node:path';
import { posixPath } from '../../system/posix-path.ts';
import { browserFiles, shippedFonts } from '../functions/included-files.ts';
import { external } from './external.ts';

interface NextConfig {
  readonly serverExternalPackages?: readonly string[];
  readonly outputFileTracingIncludes?: Readonly<Record<string, readonly string[]>>;
}

/** A config for Next with which its routes make cards, wherever `output: 'standalone'` is moved to. */
export default function withCardstock<Config extends object>(config: Config) {
  const { serverExternalPackages = [], outputFileTracingIncludes = {} }: NextConfig = config;
  // What is read and not imported, so that tracing does not see it; Next counts from its own folder.
  const read = [...shippedFonts(), ...browserFiles()].map((glob) => posixPath(relative('.', glob)));
  const { '/**': forAll = [], ...others } = outputFileTracingIncludes;
  return {
    ...config,
    serverExternalPackages: [...new Set([...serverExternalPackages, ...external])],
    outputFileTracingIncludes: { ...others, '/**': [...forAll, ...read] },
  };
}
