import { relative } from 'node:path';
import { carry } from '../../card/dialects/tailwind/tailwind.ts';
import { posixPath } from '../../system/posix-path.ts';
import { compile } from '../compile/compile.ts';
import { lentByName } from '../compile/lent-packages.ts';
import { packagesByName } from '../compile/packages.ts';
import type { Project } from '../load-project.ts';
import { filesFolder } from './function-files.ts';

/** What a function does with `cardstock`, and what it imports for that. */
export interface FunctionBody {
  readonly imports?: string;
  readonly code: string;
}

/** The module of a function: a project's config and its templates, and what is done with them. */
export async function functionCode(project: Project, out: string, body: FunctionBody): Promise<string> {
  const { folder, configFile, templateFiles } = project;
  const names = templateFiles.map((_file, index) => `module${index}`);
  const modules = templateFiles.map(
    (file, index) => `${JSON.stringify(posixPath(relative(folder, file)))}: ${names[index]}`,
  );
  const entry = [
    "import { fromProject } from 'cardstock-og';",
    "import { templates } from 'cardstock-og/templates';",
    body.imports ?? '',
    `import config from ${JSON.stringify(configFile)};`,
    ...templateFiles.map((file, index) => `import * as ${names[index]} from ${JSON.stringify(file)};`),
    `const settings = ${await settingsOf(project)};`,
    `const cardstock = fromProject(settings, { ${modules.join(', ')} }, templates, __cardstock_files, __cardstock_styles);`,
    body.code,
  ];
  const compiled = await compile({
    entry: entry.join('\n'),
    folder,
    whereIs: (path) => whereIs(posixPath(relative(folder, path))),
    packages: [lentByName, packagesByName(out)],
    banner: `const __cardstock_files = new URL('./${filesFolder}/', import.meta.url);`,
    isMapped: false,
  });
  const styles = { '': compiled.styles.get(configFile ?? '') } as Record<string, string | undefined>;
  for (const file of templateFiles) styles[posixPath(relative(folder, file))] = compiled.styles.get(file);
  return `const __cardstock_styles = ${JSON.stringify(styles)};\n${compiled.code}`;
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
