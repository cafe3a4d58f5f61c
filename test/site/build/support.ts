import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import { buildSite, type BuildSiteOptions } from '../../../src/project/build-site.ts';
import { undoSite } from '../../../src/site/build/undo-site.ts';

interface SiteOptions {
  readonly config?: string;
}

/** A site and its project in a folder of their own, gone when the test is over. */
export function makeSite(pages: Record<string, string | Buffer>, { config }: SiteOptions = {}) {
  const project = mkdtempSync(join(tmpdir(), 'cardstock-build-'));
  onTestFinished(() => rmSync(project, { recursive: true, force: true }));
  const folder = join(project, 'public');
  for (const [path, content] of Object.entries(pages)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  if (config !== undefined) {
    writeFileSync(
      join(project, 'cardstock.config.ts'),
      `import { defineConfig } from 'cardstock-og';\nexport default defineConfig(${config});`,
    );
  }
  const cacheFolder = join(project, 'cache');
  const site = 'https://example.com';
  return {
    project,
    folder,
    cacheFolder,
    build: (options: Partial<BuildSiteOptions> = {}) =>
      buildSite({ folder, site, projectFolder: project, cacheFolder, ...options }),
    undo: () => undoSite(folder, cacheFolder),
    read: (path: string) => readFileSync(join(folder, path), 'utf8'),
    write: (path: string, content: string | Buffer) => writeFileSync(join(folder, path), content),
    images: () => listFiles(join(folder, 'og')),
    snapshot: () => snapshotOf(folder),
    copyTo: (place: string) => cpSync(folder, place, { recursive: true }),
  };
}

/** Every file of a folder, by its path. */
export function snapshotOf(folder: string): Map<string, string> {
  return new Map(listFiles(folder).map((path) => [path, readFileSync(join(folder, path), 'base64')]));
}

function listFiles(folder: string): string[] {
  try {
    const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
    return all
      .filter((path) => statSync(path).isFile())
      .map((path) => relative(folder, path))
      .sort();
  } catch {
    return [];
  }
}

interface PageParts {
  readonly title?: string;
  readonly head?: string;
  readonly lang?: string;
  readonly body?: string;
}

export function page({
  title = 'A page',
  head = '',
  lang = 'en',
  body = '<p>Words.</p>',
}: PageParts = {}): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <title>${title}</title>${head && `\n  ${head}`}
</head>
<body><h1>${title}</h1>${body}</body>
</html>
`;
}

/** What a page says in a meta of this name. */
export function metaOf(html: string, name: string): string | undefined {
  return new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1];
}
