import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadProject, type Project } from '../../src/project/load-project.ts';
import { watchProject } from '../../src/project/watch-project.ts';

const template = (words: string) => `import { shared } from '../components/shared.ts';
export const own = {
  name: 'own', description: '${words}; ' + shared, props: {}, examples: {}, fonts: [], css: '', viewport: 'og',
  alt: () => '', render: () => null,
};
`;

const files = {
  'cardstock.config.ts': "export default { templates: './cards', gallery: false };\n",
  'cards/own.ts': template('first'),
  'cards/own.css': 'main {}\n',
  'components/shared.ts': "export const shared = 'shared';\n",
  'fonts/brand.woff2': 'a font\n',
};

/** A project that is watched while a test edits it. */
export class EditedProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'cardstock-edited-'));
  readonly words = template;
  /** What was told, and of which files. */
  readonly reloads: { project: Project; files: string[] }[] = [];
  readonly faults: string[] = [];
  #watcher: { close(): Promise<void> } | undefined;
  #saves = 0;

  async open(): Promise<this> {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
    this.#watcher = await watchProject(await loadProject(this.folder), {
      onChange: (project, changed) => this.reloads.push({ project, files: [...changed] }),
      onError: (error) => this.faults.push((error as Error).message),
    });
    return this;
  }

  async close(): Promise<void> {
    await this.#watcher?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
  }

  /** What the template says of itself, as it was loaded last. */
  get description(): string | undefined {
    return this.reloads.at(-1)?.project.templates.find(({ name }) => name === 'own')?.description;
  }

  /** The names of the files of all that was told. */
  get changed(): Set<string> {
    return new Set(this.reloads.flatMap(({ files: paths }) => paths));
  }

  /** Saves the template in one of the ways of {@link saves}, and returns what it says now. */
  save(way: keyof typeof saves): string {
    const words = `${way} ${(this.#saves += 1)}`;
    saves[way](this.path('cards/own.ts'), words);
    return `${words}; shared`;
  }
}

/** How programs write files that are there. */
export const saves = {
  'in place, as nano does': (file: string, words: string) => writeFileSync(file, template(words)),
  'another file in its place, as most editors do': (file: string, words: string) => {
    writeFileSync(`${file}.tmp-1`, template(words));
    renameSync(`${file}.tmp-1`, file);
  },
  'the old one moved away first, as vim does': (file: string, words: string) => {
    renameSync(file, `${file}~`);
    writeFileSync(file, template(words));
    unlinkSync(`${file}~`);
  },
  'removed and written anew, as git does': (file: string, words: string) => {
    unlinkSync(file);
    writeFileSync(file, template(words));
  },
  'in two steps, as what copies does': (file: string, words: string) => {
    writeFileSync(file, '');
    writeFileSync(file, template(words));
  },
  'by sed -i': (file: string, words: string) => {
    const now = /description: '([^']*);/.exec(readFileSync(file, 'utf8'))![1]!;
    execFileSync('sed', ['-i', `s/${now};/${words};/`, file]);
  },
  'by mv': (file: string, words: string) => {
    writeFileSync(`${file}.new`, template(words));
    execFileSync('mv', [`${file}.new`, file]);
  },
} as const;
