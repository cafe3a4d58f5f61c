import { writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { posixPath } from '../../system/posix-path.ts';
import type { Project } from '../load-project.ts';
import { functionCode } from './function-code.ts';
import { filesFolder, layFiles } from './function-files.ts';
import { browserFiles, escapeGlob } from './included-files.ts';
import { packForFunctions } from './pack-for-functions.ts';

/** What each function does with the project, and what it needs for that. */
const functions = {
  'gen-opengraph-image': {
    code: 'cardstock.warm().catch(() => {}); // the first card launches again and reports\nexport default cardstock.respond;',
    included: browserFiles,
  },
  'process-url': { code: 'export default cardstock.redirect;', included: () => [] },
};

/**
 * Writes the two functions of a project, each a module with its config and its templates inside,
 * and beside them the files that these read. Netlify takes them as they are; anything else that
 * calls a function of `Request` can too. Returns the paths of what was written.
 *
 * @throws {ConfigError} there is no `cardstock.config.ts`.
 * @throws {TemplateError} a template is declared wrongly.
 */
export async function writeFunctions(project: Project, outFolder: string): Promise<string[]> {
  const out = resolve(outFolder);
  await packForFunctions();
  const { included, left } = await layFiles(project, out);
  const written = Object.entries(functions).map(async ([name, { code, included: others }]) => {
    const file = join(out, `${name}.mjs`);
    const text = await functionCode(project, out, { code });
    await writeFile(file, `${head}\n${text}\n${netlifyConfig(out, [...included, ...others()], left)}`);
    return file;
  });
  return Promise.all(written);
}

const head = '// Written by "cardstock functions": run it again when a template was edited.';

/** In literals: Netlify reads them from the source. */
function netlifyConfig(out: string, globs: readonly string[], left: readonly string[]): string {
  const fromHere = (glob: string) => posixPath(relative(out, glob));
  const includedFiles = [
    `${filesFolder}/**`,
    ...globs.map(fromHere),
    ...left.map((folder) => `!${fromHere(escapeGlob(folder))}/**`),
  ];
  return [
    'export const config = {',
    "  nodeBundler: 'nft',",
    '  includedFiles: [',
    ...includedFiles.map((glob) => `    ${JSON.stringify(glob)},`),
    '  ],',
    '};',
    '',
  ].join('\n');
}
