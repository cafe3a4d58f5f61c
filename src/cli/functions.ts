import { relative } from 'node:path';
import {
  type CheckedFunctions,
  checkFunctions,
  maxBundleBytes,
} from '../project/functions/check-functions.ts';
import type { ProjectConfig } from '../project/define-config.ts';
import { writeFunctions } from '../project/functions/write-functions.ts';
import { untilInterrupted } from './interrupt.ts';
import { currentProject } from './project.ts';

export interface FunctionsOptions {
  readonly out: string;
  /** Proves that they draw elsewhere what the project draws here. */
  readonly check?: boolean;
}

/** Writes the Netlify functions of this project. */
export async function functions({ out, check = false }: FunctionsOptions): Promise<void> {
  const project = await currentProject();
  if (check) {
    const checked = await untilInterrupted((signal) => checkFunctions(project, out, signal));
    if (checked) showCheck(checked);
    return;
  }
  const files = await writeFunctions(project, out);
  for (const file of files) console.log(`wrote ${relative(process.cwd(), file)}`);
  const rewrites = addressesOf(project.config).map(rewriteOf);
  console.log(['netlify.toml needs, so that all addresses reach the renderer:', ...rewrites].join('\n\n'));
}

/** Those of cards, and of pictures where the project says that it has some. */
function addressesOf({ pictures }: ProjectConfig): string[] {
  return pictures || process.env['OG_PICTURES'] ? ['/og/', '/img/', '/api/pictures/'] : ['/og/'];
}

function rewriteOf(prefix: string): string {
  return `[[redirects]]
  from = "${prefix}*"
  to = "/.netlify/functions/gen-opengraph-image${prefix}:splat"
  status = 200
  force = true`;
}

function showCheck(checked: CheckedFunctions): void {
  const { files, log } = checked;
  for (const file of files) console.log(`wrote ${relative(process.cwd(), file)}`);
  const { lines, isGood } = describeCheck(checked);
  for (const line of lines) console.log(line);
  if (isGood) return;
  if (log) console.error(`the function says:\n${log}`);
  process.exitCode = 1;
}

/** A table of the cards, and the size of the bundle; whether the bundle is what the project is. */
export function describeCheck({ cards, bundleBytes }: Omit<CheckedFunctions, 'files' | 'log'>) {
  const width = Math.max(
    ...['template', ...cards.map(({ template }) => template)].map(({ length }) => length),
  );
  const row = (template: string, result: string, ...numbers: (string | number)[]) =>
    [template.padEnd(width), result.padEnd(10), ...numbers.map((number) => String(number).padStart(7))].join(
      '  ',
    );
  const rows = cards.map(({ template, result, bytes, ms, problem }) =>
    [row(template, result, bytes, ms), problem].filter(Boolean).join('  '),
  );
  const isTooLarge = bundleBytes > maxBundleBytes;
  const size = `${megabytes(bundleBytes)} unzipped, ${isTooLarge ? 'and Netlify takes' : 'of'} ${megabytes(maxBundleBytes)}`;
  const isGood = !isTooLarge && cards.every(({ result }) => result === 'same' || result === 'no example');
  return { lines: [row('template', 'result', 'bytes', 'ms'), ...rows, size], isGood };
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MB`;
}
