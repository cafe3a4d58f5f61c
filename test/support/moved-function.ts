import { zipFunction } from '@netlify/zip-it-and-ship-it';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CardRequest } from '../../src/card/resolve.ts';
import { queryUrl } from '../../src/serve/url/query-url.ts';
import { signedUrl } from '../../src/serve/url/signed-url.ts';
import { type LambdaAnswer, startLambda } from './netlify-lambda.ts';
import { secrets } from './services.ts';

const [secret] = secrets as [string];

/** Bundles the renderer of a project as Netlify does, moves it, and asks it for a card as Lambda does. */
export async function askMovedFunction(project: string, card: CardRequest): Promise<LambdaAnswer> {
  const elsewhere = await mkdtemp(join(tmpdir(), 'cardstock-moved-'));
  onTestFinished(() => rm(elsewhere, { recursive: true, force: true }));
  const inside = (name: string) => join(elsewhere, name);
  const entry = join(project, 'netlify/functions/gen-opengraph-image.mjs');
  const bundle = await zipFunction(entry, inside('bundles'), {
    archiveFormat: 'none', // zips are Netlify's matter, and half the time
    basePath: project,
    repositoryRoot: project,
    config: { '*': { nodeVersion: '24' } },
  });
  if (bundle?.bundler !== 'nft') throw new Error(`The function was bundled with ${bundle?.bundler}.`);
  await Promise.all([mkdir(inside('working')), mkdir(inside('tmp'))]);
  const lambda = await startLambda({
    entry: join(bundle.path, bundle.entryFilename),
    taskFolder: bundle.path,
    workingFolder: inside('working'),
    temporaryFolder: inside('tmp'),
    variables: { OG_SECRETS: secret, CARDSTOCK_STORE: 'none', URL: 'https://example.netlify.app' },
  });
  onTestFinished(async () => void (await lambda.stop()));
  return lambda.ask(new Request(`https://example.netlify.app${signedUrl(queryUrl(card), secret)}`));
}
