import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CardRequest } from '../../card/resolve.ts';
import type { Template } from '../../card/template.ts';
import type { Cardstock } from '../../cardstock.ts';
import { ConfigError } from '../../errors.ts';
import { queryUrl } from '../../serve/url/query-url.ts';
import { signedUrl } from '../../serve/url/signed-url.ts';
import { oneLine } from '../../system/one-line.ts';
import type { Project } from '../load-project.ts';
import { cardstockOf } from '../open-project.ts';
import { type Bundle, openBundler } from './check-bundle.ts';
import { type Lambda, type LambdaAnswer, startLambda } from './check-lambda.ts';
import { writeFunctions } from './write-functions.ts';

const maxProblemLength = 300;

/** What became of one card. */
export interface CheckedCard {
  readonly template: string;
  /** One without an example whose props are not all optional is not asked for. */
  readonly result: 'same' | 'differs' | 'failed' | 'no example';
  /** Of what the function answered. */
  readonly bytes: number;
  readonly ms: number;
  readonly problem?: string;
}

export interface CheckedFunctions {
  readonly files: readonly string[];
  readonly cards: readonly CheckedCard[];
  /** Unzipped, as Netlify counts it. */
  readonly bundleBytes: number;
  /** The end of what the function has written. */
  readonly log: string;
}

/** Netlify takes 250 MB unzipped, which is Lambda's limit. */
export const maxBundleBytes = 250 * 2 ** 20;

/**
 * Proves the functions of a project: writes them, bundles the renderer as Netlify does, moves it
 * to where there is nothing of the project, runs it as Lambda does, and compares the first
 * example of each template with what the project draws here. Nothing stays but the functions.
 *
 * @throws {ConfigError} there is no config, no bundler, or this system cannot run what Lambda runs.
 */
export async function checkFunctions(
  project: Project,
  outFolder: string,
  signal?: AbortSignal,
): Promise<CheckedFunctions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new ConfigError('Functions run on Linux x64, and so does --check: let your CI do it.');
  }
  const bundle = await openBundler(project.folder);
  const files = await writeFunctions(project, outFolder);
  const elsewhere = await mkdtemp(join(tmpdir(), 'cardstock-check-'));
  try {
    const renderer = files.find((file) => file.includes('gen-opengraph-image'))!;
    const bundled = await bundle(renderer, join(elsewhere, 'bundles'));
    return {
      files,
      bundleBytes: bundled.bytes,
      ...(await compareCards(project, bundled, elsewhere, signal)),
    };
  } finally {
    await rm(elsewhere, { recursive: true, force: true });
  }
}

async function compareCards(project: Project, bundle: Bundle, elsewhere: string, signal?: AbortSignal) {
  const secret = randomBytes(32).toString('hex');
  const cardstock = cardstockOf(project, { allowUnsigned: true, store: 'none' });
  const site = cardstock.config.siteUrl ?? 'https://example.netlify.app';
  const variables = { ...ownVariables(), OG_SECRETS: secret, CARDSTOCK_STORE: 'none', URL: site };
  const lambda = await startBundle(bundle, elsewhere, variables).catch((error: Error) => error);
  if (lambda instanceof Error) return noneOf(project, lambda.message);
  const ask = (card: CardRequest) => lambda.ask(new Request(site + signedUrl(queryUrl(card), secret)));
  try {
    const cards: CheckedCard[] = [];
    for (const template of project.templates) {
      signal?.throwIfAborted();
      cards.push(await compareCard(template, cardstock, ask));
    }
    return { cards, log: lambda.log() };
  } finally {
    await Promise.all([lambda.stop(), cardstock.close()]);
  }
}

function noneOf({ templates }: Project, log: string) {
  const failed = { result: 'failed', bytes: 0, ms: 0, problem: 'the function does not start' } as const;
  return { cards: templates.map(({ name }) => ({ template: name, ...failed })), log };
}

/** Runs a bundle with empty folders of its own. */
async function startBundle(
  { folder, entry }: Bundle,
  elsewhere: string,
  variables: Readonly<Record<string, string>>,
): Promise<Lambda> {
  const [workingFolder, temporaryFolder] = [join(elsewhere, 'working'), join(elsewhere, 'tmp')];
  await Promise.all([mkdir(workingFolder), mkdir(temporaryFolder)]);
  return startLambda({ entry, taskFolder: folder, workingFolder, temporaryFolder, variables });
}

async function compareCard(
  { name, examples }: Template,
  cardstock: Cardstock,
  ask: (card: CardRequest) => Promise<LambdaAnswer>,
): Promise<CheckedCard> {
  const card = { template: name, example: Object.keys(examples)[0], props: {} };
  const start = performance.now();
  const checked = (result: CheckedCard['result'], bytes: number, problem?: string): CheckedCard => {
    const ms = Math.round(performance.now() - start);
    return { template: name, result, bytes, ms, ...(problem && { problem }) };
  };
  try {
    const { statusCode, body } = await ask(card);
    if (statusCode === 400 && card.example === undefined) return checked('no example', 0);
    if (statusCode !== 200)
      return checked('failed', 0, `${statusCode}: ${oneLine(body.toString(), maxProblemLength)}`);
    const answered = checked('same', body.length);
    const { bytes } = await cardstock.render(card);
    if (body.equals(bytes)) return answered;
    return { ...answered, result: 'differs', problem: `${bytes.length} other bytes here` };
  } catch (error) {
    return checked('failed', 0, oneLine((error as Error).message, maxProblemLength));
  }
}

/** What a function would find on this machine alone. */
const ofThisMachine = new Set([
  ...['PATH', 'HOME', 'TMPDIR', 'LD_LIBRARY_PATH', 'NODE_ENV', 'NODE_OPTIONS', 'NODE_PATH', 'SITE_ID'],
  ...['CARDSTOCK_CACHE', 'CARDSTOCK_CHROME', 'CARDSTOCK_SANDBOX', 'CARDSTOCK_TMP', 'OG_IMAGE_FOLDER'],
]);

/** Settings, and what the templates may ask for themselves. */
function ownVariables(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name, value]) => value && !ofThisMachine.has(name));
  return Object.fromEntries(entries) as Record<string, string>;
}
