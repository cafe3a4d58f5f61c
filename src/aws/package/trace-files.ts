import { realpathSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { createRequire } from 'node:module';
import { ConfigError } from '../../errors.ts';
import type { FunctionFiles } from '../../project/functions/function-files.ts';
import { repositoryOf } from '../../project/functions/repository.ts';

/** Of the tracer, what we ask for. */
interface Tracer {
  readonly nodeFileTrace: (entries: string[], options: object) => Promise<{ fileList: Set<string> }>;
}

const tracerName = '@vercel/nft';

/**
 * Every file that a module needs to run: what it imports, by tracing, and what is named beside.
 *
 * @throws {ConfigError} the tracer is not installed.
 */
export async function traceFiles(
  entry: string,
  project: string,
  { included, left }: FunctionFiles,
): Promise<string[]> {
  const { nodeFileTrace } = openTracer(project);
  const root = repositoryOf(project);
  const node = realpathSync(process.execPath); // Lambda has its own
  const isLeft = (path: string) => path === node || left.some((folder) => path.startsWith(folder + sep));
  const { fileList } = await nodeFileTrace([entry], {
    base: root,
    processCwd: root,
    ignore: (path: string) => isLeft(join(root, path)),
  });
  const files = new Set(Array.from(fileList, (file) => join(root, file)));
  for (const pattern of [...included, `${dirname(entry)}/**`]) {
    for await (const file of glob(pattern, { withFileTypes: true }))
      if (file.isFile()) files.add(join(file.parentPath, file.name));
  }
  return [...files].sort();
}

/** The project's own, or what is installed with us. */
function openTracer(folder: string): Tracer {
  for (const from of [join(folder, 'package.json'), import.meta.filename]) {
    try {
      return createRequire(from)(tracerName) as Tracer;
    } catch {
      continue;
    }
  }
  throw new ConfigError(
    `${tracerName}, which finds what Lambda needs, is not installed: npm i -D ${tracerName}`,
  );
}
