import { mkdir, mkdtemp, rm } from 'node:fs/promises';
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
    const url = `https://example.netlify.app${signedUrl(queryUrl(hello), secret)}`;
    const answer = await lambda.ask(new Request(url));
    const cardstock = new Cardstock({ templates: project.templates });
    const image = await cardstock.render(hello).finally(() => cardstock.close());
    expect(answer.body.toString('latin1', 0, 200)).not.toContain('error');
    expect(answer.statusCode).toBe(200);
    expect(answer.body.equals(image.bytes)).toBe(true);
  },
);
