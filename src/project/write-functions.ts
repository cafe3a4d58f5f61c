import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { ConfigError } from '../errors.ts';
import { rendererFiles, sharedFiles } from './included-files.ts';
import type { Project } from './load-project.ts';
import { posixPath } from '../system/posix-path.ts';

const require = createRequire(import.meta.url);

/**
 * Writes the two Netlify functions of a project: its config and each of its templates are
 * imported by name, for a bundler sees no folder. Returns the paths of the files.
 *
 * @throws {ConfigError} there is no `cardstock.config.ts`.
 */
export async function writeFunctions(project: Project, outFolder: string): Promise<string[]> {
  if (!project.configFile)
    throw new ConfigError('There is no cardstock.config.ts here: "cardstock init" writes one.');
  await mkdir(outFolder, { recursive: true });
  const entries = {
    'gen-opengraph-image.ts': [
      ...head(project, outFolder),
      'cardstock.warm().catch(() => {}); // the first card launches again and reports',
      '',
      'export default cardstock.respond;',
      ...settings(outFolder, [...sharedFiles, ...rendererFiles]),
    ],
    'process-url.ts': [
      ...head(project, outFolder),
      'export default cardstock.redirect;',
      ...settings(outFolder, sharedFiles),
    ],
  };
  const files = Object.entries(entries).map(([name, lines]) => ({
    file: join(outFolder, name),
    text: `${lines.join('\n')}\n`,
  }));
  await Promise.all(files.map(({ file, text }) => writeFile(file, text)));
  return files.map(({ file }) => file);
}

function head({ configFile, templateFiles }: Project, outFolder: string): string[] {
  const names = templateFiles.map((_file, index) => `cards${index + 1}`);
  return [
    '// Written by "cardstock functions": run it again when a template was added or has gone.',
    "import { fromProject } from 'cardstock-og';",
    "import { templates } from 'cardstock-og/templates';",
    `import project from '${importPath(outFolder, configFile!)}';`,
    ...templateFiles.map(
      (file, index) => `import * as ${names[index]} from '${importPath(outFolder, file)}';`,
    ),
    '',
    `const cardstock = fromProject(project, [${names.join(', ')}], templates);`,
  ];
}

/** In literals: Netlify reads them from the source. */
function settings(outFolder: string, globs: readonly string[]): string[] {
  const modules = posixPath(relative(outFolder, nodeModules()));
  const includedFiles = globs.map((glob) => `${modules}/${glob}`);
  return [
    '',
    'export const config = {',
    "  nodeBundler: 'nft',",
    '  includedFiles: [',
    ...includedFiles.map((glob) => `    '${glob}',`),
    '  ],',
    '};',
  ];
}

/** The folder that has our packages; a project may have it above its own. */
function nodeModules(): string {
  const parts = require.resolve('@sparticuz/chromium').split(sep);
  return parts.slice(0, parts.lastIndexOf('node_modules') + 1).join(sep);
}

function importPath(from: string, file: string): string {
  const path = posixPath(relative(from, file));
  return path.startsWith('.') ? path : `./${path}`;
}
