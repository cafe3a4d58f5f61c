import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { carry } from '../../card/dialects/tailwind/tailwind.ts';
import { TemplateRegistry } from '../../card/registry.ts';
import { ConfigError } from '../../errors.ts';
import { posixPath } from '../../system/posix-path.ts';
import { compile } from '../compile/compile.ts';
import { lentByName } from '../compile/lent-packages.ts';
import { packagesByName } from '../compile/packages.ts';
import type { Project } from '../load-project.ts';
import { browserFiles, leftBehind, shippedFonts } from './included-files.ts';
import { namedFiles } from './named-files.ts';
import { ownFonts } from './own-fonts.ts';

/** Beside the functions: what a project's code reads while it runs, each file where it was. */
const filesFolder = 'cardstock-files';

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
  if (!project.configFile) {
    throw new ConfigError('There is no cardstock.config.ts here: "cardstock init" writes one.');
  }
  new TemplateRegistry(project.templates); // whatever is wrong with one is said before anything is written
  const out = resolve(outFolder);
  await mkdir(out, { recursive: true });
  const fonts = ownFonts(project);
  const named = await namedFiles(project.files, project.folder);
  await copyFiles([...named, ...fonts.files], project.folder, join(out, filesFolder));
  const included = [...shippedFonts(), ...fonts.included];
  const left = leftBehind(unusedPeers(project));
  const written = Object.entries(functions).map(async ([name, { code, included: others }]) => {
    const file = join(out, `${name}.mjs`);
    const text = await functionCode(project, out, code);
    await writeFile(file, `${head}\n${text}\n${netlifyConfig(out, [...included, ...others()], left)}`);
    return file;
  });
  return Promise.all(written);
}

const head = '// Written by "cardstock functions": run it again when a template was edited.';

async function functionCode(project: Project, out: string, code: string) {
  const { folder, configFile, templateFiles } = project;
  const names = templateFiles.map((_file, index) => `module${index}`);
  const modules = templateFiles.map(
    (file, index) => `${JSON.stringify(posixPath(relative(folder, file)))}: ${names[index]}`,
  );
  const entry = [
    "import { fromProject } from 'cardstock-og';",
    "import { templates } from 'cardstock-og/templates';",
    `import config from ${JSON.stringify(configFile)};`,
    ...templateFiles.map((file, index) => `import * as ${names[index]} from ${JSON.stringify(file)};`),
    `const settings = ${await settingsOf(project)};`,
    `const cardstock = fromProject(settings, { ${modules.join(', ')} }, templates, __cardstock_files);`,
    code,
  ];
  const compiled = await compile({
    entry: entry.join('\n'),
    folder,
    whereIs: (path) => whereIs(posixPath(relative(folder, path))),
    packages: [lentByName, packagesByName(out)],
    banner: `const __cardstock_files = new URL('./${filesFolder}/', import.meta.url);`,
    isMapped: false,
  });
  return compiled.code;
}

/** The stylesheet for Tailwind goes along as it was read, with all that it imports. */
async function settingsOf({ config: { tailwind } }: Project): Promise<string> {
  if (typeof tailwind !== 'object') return 'config';
  return `{ ...config, tailwind: ${JSON.stringify(await carry(tailwind))} }`;
}

/** Among the files that came along. */
function whereIs(path: string): string {
  return [
    "import { fileURLToPath } from 'node:url';",
    `const place = new URL(${JSON.stringify(encodeURI(path))}, __cardstock_files);`,
    'export const url = place.href;',
    'export const filename = fileURLToPath(place);',
    "export const dirname = fileURLToPath(new URL('.', place)).slice(0, -1);",
  ].join('\n');
}

async function copyFiles(files: readonly string[], from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  for (const file of files) {
    const path = join(to, relative(from, file));
    await mkdir(dirname(path), { recursive: true });
    await cp(file, path, { dereference: true });
  }
}

/** Tracing takes along what is installed and could be asked for. */
function unusedPeers({ templates }: Project): string[] {
  return templates.some(({ tailwind }) => tailwind) ? [] : ['tailwindcss'];
}

/** In literals: Netlify reads them from the source. */
function netlifyConfig(out: string, globs: readonly string[], left: readonly string[]): string {
  const fromHere = (glob: string) => posixPath(relative(out, glob));
  const includedFiles = [
    `${filesFolder}/**`,
    ...globs.map(fromHere),
    ...left.map((glob) => `!${fromHere(glob)}`),
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
