import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError } from '../../errors.ts';
import { rememberSources } from '../../system/compiled-code.ts';
import { faultOf, rememberFault } from '../../system/fault.ts';
import { describeFault } from '../../system/source-position.ts';

/**
 * Runs a module that was made here. Each time it is another file, so that nothing is remembered;
 * what goes wrong in it later is told by the lines of its sources.
 *
 * @throws {ConfigError} what the module threw, with its place in the sources.
 */
export async function importCode<Module>(code: string): Promise<Module> {
  process.setSourceMapsEnabled(true);
  const folder = await mkdtemp(join(tmpdir(), 'cardstock-project-'));
  const file = join(folder, 'project.mjs');
  rememberSources(file, code);
  try {
    await writeFile(file, code);
    return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Module;
  } catch (error) {
    throw rememberFault(new ConfigError(describeFault(error), error), faultOf(error));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
