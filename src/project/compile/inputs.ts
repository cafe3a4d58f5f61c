import type { BuildResult } from 'esbuild';
import { isAbsolute, join } from 'node:path';

/** Inputs that are files; others are named by who made them, as in `cardstock:preact`. */
export function filesOf({ metafile }: BuildResult, folder: string): string[] {
  return Object.keys(metafile!.inputs)
    .map((input) => input.replace(/^(?:data|raw|applied):/, ''))
    .filter((input) => isAbsolute(input) || !/^[a-z-]+:|^<|^cardstock$/.test(input))
    .map((input) => (isAbsolute(input) ? input : join(folder, input)));
}
