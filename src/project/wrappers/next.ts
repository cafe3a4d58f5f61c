import { rendererFiles, sharedFiles } from '../included-files.ts';

/** What a build must leave as it is: it finds its files from where it lies. */
const external = ['cardstock-og', '@sparticuz/chromium', 'puppeteer-core'];

/** What is read and not imported, so that tracing does not see it: fonts, and the browser in its archives. */
const read = [...sharedFiles, ...rendererFiles].map((glob) => `./node_modules/${glob}`);

interface NextConfig {
  readonly serverExternalPackages?: readonly string[];
  readonly outputFileTracingIncludes?: Readonly<Record<string, readonly string[]>>;
}

/** A config for Next with which its routes make cards, wherever `output: 'standalone'` is moved to. */
export default function withCardstock<Config extends object>(config: Config) {
  const { serverExternalPackages = [], outputFileTracingIncludes = {} }: NextConfig = config;
  const { '/**': forAll = [], ...others } = outputFileTracingIncludes;
  return {
    ...config,
    serverExternalPackages: [...new Set([...serverExternalPackages, ...external])],
    outputFileTracingIncludes: { ...others, '/**': [...forAll, ...read] },
  };
}
