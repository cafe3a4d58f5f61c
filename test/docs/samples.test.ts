import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDocuments, readDocument, root } from './markdown.ts';
import { readSamples, type Sample, usualConfig } from './samples.ts';

const pages = (await listDocuments()).map((path) => ({ path, samples: readSamples(readDocument(path)) }));

describe('a sample', () => {
  it('that nobody can try says why', () => {
    const reasons = pages.flatMap(({ samples }) =>
      samples.flatMap(({ noRun, noCheck }) => noRun ?? noCheck ?? []),
    );
    expect(reasons.every((reason) => reason.length > 8)).toBe(true);
  });

  it('is in a language that is tried, or says why it is not', () => {
    const tried = /^(?:ts|tsx|js|bash|sh|html|css)$/;
    const others = pages.flatMap(({ path, samples }) =>
      samples
        .filter(({ language, file, noRun }) => !tried.test(language) && !file && !noRun)
        .map(({ language }) => `${path}: ${language}`),
    );
    expect(others).toEqual([]);
  });
});

describe('the code of every sample', () => {
  let folder: string;
  beforeAll(async () => {
    // Below our own folder, for what a project of its own would have installed.
    await mkdir(join(root, 'out'), { recursive: true });
    folder = await mkdtemp(join(root, 'out/samples-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is understood by TypeScript as a project that init makes has it', async () => {
    const written = await Promise.all(pages.map((page) => writePage(page.samples, join(folder, page.path))));
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await writeFile(join(folder, 'ambient.d.ts'), ambient);
    const files = [...written.flat(), join(folder, 'ambient.d.ts'), join(root, 'src/client.d.ts')];
    expect(complaints(files, folder)).toEqual([]);
  });
});

/** What belongs to frameworks. */
const ambient = ['astro/config', 'satori-html'].map((name) => `declare module '${name}';\n`).join('');

/** The files of a page, and what stands there without a name; only what TypeScript is asked about is given back. */
async function writePage(samples: readonly Sample[], folder: string): Promise<string[]> {
  const config = { language: 'ts', file: 'cardstock.config.ts', text: usualConfig, index: -1 };
  const files = [config, ...samples]
    .filter(
      ({ file, language, noCheck }: Partial<Sample>) => !noCheck && (file ?? /^(?:tsx?|js)$/.test(language!)),
    )
    .map(
      ({ file, language, index, text }) =>
        [join(folder, file ?? `sample-${index}.${language}`), text] as const,
    );
  for (const [file, text] of files) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${text}\n`);
  }
  return files.map(([file]) => file).filter((file) => /\.(?:tsx?|js)$/.test(file));
}

function complaints(files: readonly string[], folder: string): string[] {
  const types = (name: string) => [join(root, `dist/${name}.d.ts`)];
  const program = ts.createProgram([...new Set(files)], {
    target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.Preserve,
    jsx: ts.JsxEmit.ReactJSX,
    jsxImportSource: 'cardstock-og',
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    allowJs: true,
    checkJs: true,
    noImplicitAny: false,
    moduleDetection: ts.ModuleDetectionKind.Force,
    allowImportingTsExtensions: true,
    types: ['node'],
    paths: {
      'cardstock-og': types('src/index'),
      'cardstock-og/templates': types('templates/index'),
      'cardstock-og/*': [...types('src/*'), ...types('src/project/wrappers/*')],
    },
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName.replace(folder, '')}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
}
