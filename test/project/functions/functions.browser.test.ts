import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipFunctions } from '@netlify/zip-it-and-ship-it';
import { expect, it, onTestFinished } from 'vitest';
import { initProject } from '../../../src/project/init.ts';
import { loadProject } from '../../../src/project/load-project.ts';
import { writeFunctions } from '../../../src/project/functions/write-functions.ts';
import { Cardstock } from '../../../src/index.ts';
import { queryUrl } from '../../../src/serve/url/query-url.ts';
import { signedUrl } from '../../../src/serve/url/signed-url.ts';
import { root } from '../../support/netlify-bundle.ts';
import { startLambda } from '../../support/netlify-lambda.ts';
import { secrets } from '../../support/services.ts';

/** Where sharp's binary and Chromium are those that Lambda needs. */
const likeLambda = process.platform === 'linux' && process.arch === 'x64';
const [secret] = secrets as [string];
const hello = { template: 'hello', props: { title: 'From a project of its own', site: 'example' } };

const styled = {
  'theme.css': '@import "tailwindcss"; @import "./colors.css";',
  'colors.css': '@theme { --color-brand: #b91c1c; }',
  'cards/styled.tsx': `import { memo } from 'react';
import { defineTemplate, z } from 'cardstock-og';
const Box = memo(() => <main className="flex h-full bg-brand p-16 text-7xl text-white">Styled</main>);
export const styled = defineTemplate({
  name: 'styled', description: 'By classes', props: z.strictObject({}), examples: { one: {} }, fonts: [],
  css: '', viewport: 'og', alt: () => 'Styled', render: () => <Box />,
});`,
};

/** Turns Tailwind on for a project, with a stylesheet that imports another and a template for it. */
async function addTailwind(folder: string): Promise<void> {
  for (const [name, text] of Object.entries(styled)) await writeFile(join(folder, name), text);
  const file = join(folder, 'cardstock.config.ts');
  const config = await readFile(file, 'utf8');
  await writeFile(file, config.replace('defineConfig({', "defineConfig({ tailwind: './theme.css',"));
}

/** Gone when the test is over. */
async function makeFolder(path?: string): Promise<string> {
  const folder = path ?? (await mkdtemp(join(tmpdir(), 'cardstock-functions-')));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

it.runIf(likeLambda)(
  'the functions of a project carry its templates, and draw them as this machine does',
  async () => {
    // Below our own folder, so that "cardstock-og" is found as it would be in node_modules.
    const folder = await makeFolder(join(root, 'out/functions-of-a-project'));
    await initProject(folder);
    await addTailwind(folder);
    const project = await loadProject(folder);
    await writeFunctions(project, join(folder, 'netlify/functions'));

    const elsewhere = await makeFolder();
    const inside = (name: string) => join(elsewhere, name);
    const bundles = await zipFunctions(join(folder, 'netlify/functions'), inside('bundles'), {
      archiveFormat: 'none', // zips are Netlify's matter, and half the time
      basePath: root,
      repositoryRoot: root,
      config: { '*': { nodeVersion: '24' } },
    });
    const bundle = bundles.find(({ name }) => name === 'gen-opengraph-image')!;
    expect(bundle).toMatchObject({ runtimeAPIVersion: 2, bundler: 'nft' });
    await Promise.all([mkdir(inside('working')), mkdir(inside('tmp'))]);

    const lambda = await startLambda({
      entry: join(bundle.path, bundle.entryFilename),
      taskFolder: bundle.path,
      workingFolder: inside('working'),
      temporaryFolder: inside('tmp'),
      variables: { OG_SECRETS: secret, SITE_ID: 'site', URL: 'https://example.netlify.app' },
    });
    onTestFinished(async () => void (await lambda.stop()));
    const cardstock = new Cardstock({ templates: project.templates });
    onTestFinished(() => cardstock.close());
    for (const card of [hello, { template: 'styled', props: {} }]) {
      const url = `https://example.netlify.app${signedUrl(queryUrl(card), secret)}`;
      const answer = await lambda.ask(new Request(url));
      const image = await cardstock.render(card);
      expect(answer.body.toString('latin1', 0, 200)).not.toContain('error');
      expect(answer.statusCode).toBe(200);
      expect(answer.body.equals(image.bytes)).toBe(true);
    }
  },
);
