import { rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { ConfigError } from '../../errors.ts';
import { maxBundleBytes } from '../../project/functions/check-functions.ts';
import { functionCode } from '../../project/functions/function-code.ts';
import { layFiles } from '../../project/functions/function-files.ts';
import { browserFiles } from '../../project/functions/included-files.ts';
import { packForFunctions } from '../../project/functions/pack-for-functions.ts';
import type { Project } from '../../project/load-project.ts';
import { posixPath } from '../../system/posix-path.ts';
import { carryFiles } from './carry-files.ts';
import { checkFiles } from './check-files.ts';
import { traceFiles } from './trace-files.ts';

/** What Lambda gets of a project. */
export interface RendererPackage {
  /** The folder whose `index.mjs` has the handler. */
  readonly folder: string;
  /** Unzipped, as Lambda counts it. */
  readonly bytes: number;
  readonly files: number;
}

const body = {
  imports: "import { lambdaHandler } from 'cardstock-og/bundled/lambda';",
  code: 'cardstock.warm().catch(() => {}); // the first card launches again and reports\nexport const handler = lambdaHandler(cardstock);',
};

/** Settings are read when the module of a project is loaded: secrets come before. */
const main = `import { takeSecrets } from 'cardstock-og/bundled/lambda';
await takeSecrets();
export const { handler } = await import('./entry.mjs');
`;

/**
 * Packs the renderer of a project: its config and its templates as one module, and every file that
 * this needs, with Chromium and the fonts, each where it lies here.
 *
 * @throws {ConfigError} something of it is missing, is for another system, or is more than Lambda takes.
 */
export async function buildRenderer(project: Project, outFolder: string): Promise<RendererPackage> {
  const [source, folder] = [resolve(outFolder, 'source'), resolve(outFolder, 'renderer')];
  await packForFunctions();
  const { included, left } = await layFiles(project, source);
  const entry = join(source, 'main.mjs');
  await writeFile(join(source, 'entry.mjs'), await functionCode(project, source, body));
  await writeFile(entry, main);
  const files = await traceFiles(entry, project.folder, { included: [...included, ...browserFiles()], left });
  checkFiles(files);
  await rm(folder, { recursive: true, force: true });
  const { base, bytes } = await carryFiles(files, folder);
  await writeFile(
    join(folder, 'index.mjs'),
    `export { handler } from './${posixPath(relative(base, entry))}';\n`,
  );
  if (bytes <= maxBundleBytes) return { folder, bytes, files: files.length };
  throw new ConfigError(
    `The renderer has ${Math.ceil(bytes / 2 ** 20)} MB unzipped, and Lambda takes ${maxBundleBytes / 2 ** 20} MB.`,
  );
}
