import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hello } from '../../src/project/init/hello.ts';
import { listDocuments, readDocument, root } from './markdown.ts';
import { readSamples, writeSamples } from './samples.ts';

const run = promisify(execFile);

/** Blocks for a shell that can be run here, each once: pages say some of them again. */
const said = new Set<string>();
const pages = (await listDocuments())
  .filter((path) => path.startsWith('docs/'))
  .map((path) => ({ path, blocks: blocksOf(readDocument(path)) }))
  .filter(({ blocks }) => blocks.length > 0);

function blocksOf(text: string): string[] {
  const blocks = readSamples(text).filter(({ language, noRun }) => /^(?:ba)?sh$/.test(language) && !noRun);
  return blocks.map((block) => block.text).filter((block) => !said.has(block) && said.add(block));
}

/** Where `npx cardstock-og` is what was built here, and nothing else is to be had. */
const npx = `#!/bin/sh
[ "$1" = cardstock-og ] || { echo "npx $1: not here" >&2; exit 127; }
shift
exec "${process.execPath}" "${join(root, 'dist/src/cli/main.js')}" "$@"
`;

describe('the commands of', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cardstock-commands-'));
    await mkdir(join(folder, 'bin'));
    await writeFile(join(folder, 'bin/npx'), npx);
    await chmod(join(folder, 'bin/npx'), 0o755);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** A built site and a template, with the files that the page shows: of a page that shows none, a site alone. */
  async function projectOf(path: string): Promise<string> {
    const project = join(folder, path);
    const text = readDocument(path);
    await cp(join(root, 'examples/html/public'), join(project, 'public'), { recursive: true });
    if (!/hello|\[cards\//.test(text)) return project;
    await writeSamples(text, project);
    await mkdir(join(project, 'cards'), { recursive: true });
    await writeFile(join(project, 'cards/hello.tsx'), hello);
    return project;
  }

  it.each(pages)('$path do what they say, in their order', async ({ path, blocks }) => {
    const cwd = await projectOf(path);
    const env = {
      ...process.env,
      PATH: `${join(folder, 'bin')}:${process.env['PATH']}`,
      CARDSTOCK_STORE: 'disk',
      CARDSTOCK_CACHE: join(folder, 'cache'),
    };
    for (const block of blocks) await run('bash', ['-euo', 'pipefail', '-c', block], { cwd, env });
  });

  it('the documents are many', () => expect(said.size).toBeGreaterThan(15));
});
