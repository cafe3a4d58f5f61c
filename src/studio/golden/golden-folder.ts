import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { ConfigError } from '../../errors.ts';
import type { Project } from '../../project/load-project.ts';
import { posixPath } from '../../system/posix-path.ts';
import type { Sample } from '../contact-sheet/samples.ts';

/** What an accepted picture was made from. */
export interface GoldenOrigin {
  /** A hash of the document: markup, styles, fonts by content, size. */
  readonly document: string;
  /** The browser, the encoder and our recipes. */
  readonly engine: string;
}

export type GoldenOrigins = Readonly<Record<string, GoldenOrigin>>;

const originsFile = 'golden.json';
const originsForm = z.record(z.string(), z.object({ document: z.string(), engine: z.string() }));

/** Beside the templates, where whoever changes one sees both in one commit. */
export function goldenFolderOf({ folder, config }: Pick<Project, 'folder' | 'config'>): string {
  const { goldenFolder, templates } = config;
  const beside = typeof templates === 'string' ? templates : 'cards';
  return join(folder, goldenFolder ?? join(beside, '__golden__'));
}

/** By names, for numbers would be others once an example is put before it: `hello/short.og.png`. */
export function goldenName({ template, example, variant }: Sample): string {
  return `${template}/${fileNameOf(example)}.${variant}.png`;
}

/** As it is where every file system takes it, and no two names meet where not. */
function fileNameOf(name: string): string {
  if (/^[a-z\d][a-z\d_-]{0,59}$/.test(name)) return name;
  const readable = name
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-|-$/g, '');
  const mark = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return [readable, mark].filter(Boolean).join('-');
}

/** The accepted pictures of a project, in a folder that is committed. */
export class GoldenFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** The names of all pictures; none where nothing was accepted yet. */
  async names(): Promise<string[]> {
    const files = await readdir(this.path, { recursive: true }).catch(() => []);
    return files
      .map(posixPath)
      .filter((file) => /^[^/]+\/[^/]+\.png$/.test(file))
      .sort();
  }

  async picture(name: string): Promise<Buffer | undefined> {
    return readFile(join(this.path, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
  }

  /** @throws {ConfigError} somebody has edited it, or a merge has. */
  async origins(): Promise<GoldenOrigins> {
    const file = join(this.path, originsFile);
    const text = await readFile(file, 'utf8').catch(() => '{}');
    try {
      return originsForm.parse(JSON.parse(text));
    } catch (cause) {
      throw new ConfigError(
        `${file} cannot be read; "cardstock contact-sheet --update" writes it anew.`,
        cause,
      );
    }
  }

  async write(name: string, picture: Uint8Array): Promise<void> {
    const file = join(this.path, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, picture);
  }

  /** A line for each picture, in order: two branches that change two cards merge by themselves. */
  async writeOrigins(origins: GoldenOrigins): Promise<void> {
    const names = Object.keys(origins).sort();
    const lines = names.map((name) => `  ${JSON.stringify(name)}: ${JSON.stringify(origins[name])}`);
    await mkdir(this.path, { recursive: true });
    await writeFile(join(this.path, originsFile), `{\n${lines.join(',\n')}\n}\n`);
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.path, name), { force: true });
  }
}
