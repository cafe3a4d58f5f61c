// The page that the documents show, built as anybody would build it.
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const example = join(import.meta.dirname, '../examples/html');

/** The tags that a build puts into the page, and its picture; the example itself stays as it is. */
export async function builtExamplePage(buildSite) {
  const temporary = await mkdtemp(join(tmpdir(), 'cardstock-example-'));
  try {
    const folder = join(temporary, 'public');
    await cp(join(example, 'public'), folder, { recursive: true });
    await buildSite({ folder, projectFolder: example, cacheFolder: join(temporary, 'cache') });
    const page = await readFile(join(folder, 'fog.html'), 'utf8');
    const tags = page.match(/<meta [^>]*data-cardstock[^>]*>/g) ?? [];
    const name = /og:image" content="[^"]*\/(og\/[^"]+)"/.exec(page)[1];
    return {
      html: tags.join('\n'),
      image: await readFile(join(folder, name)),
    };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
