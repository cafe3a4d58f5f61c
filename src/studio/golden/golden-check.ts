import PQueue from 'p-queue';
import type { Cardstock } from '../../cardstock.ts';
import { type Sample, samplesOf, type SampleChoice } from '../contact-sheet/samples.ts';
import { compare } from './compare.ts';
import { DifferenceFolder } from './differences.ts';
import { type GoldenFolder, goldenName, type GoldenOrigins } from './golden-folder.ts';
import { engineOf, takeGolden, type TakenGolden } from './take-golden.ts';
import { type Verdict, verdictOf } from './verdict.ts';

export interface GoldenOptions {
  readonly cardstock: Cardstock;
  readonly goldens: GoldenFolder;
  readonly choice: GoldenChoice;
  readonly onProgress?: (done: number, of: number, name: string) => void;
}

/** Without a choice: the templates of the project itself, and whichever have accepted pictures. */
export interface GoldenChoice extends SampleChoice {
  readonly ownTemplates: readonly string[];
}

export interface GoldenReport {
  readonly verdicts: readonly Verdict[];
  readonly engine: string;
  /** How many pictures were accepted with another engine, whether one sees it or not. */
  readonly ofOtherEngines: number;
  /** All differences in one picture. */
  readonly overview?: string | undefined;
}

/** Takes all pictures anew and holds them against the accepted ones; changes none of these. */
export async function checkGoldens(options: GoldenOptions, outFolder: string): Promise<GoldenReport> {
  const { goldens, cardstock } = options;
  const differences = new DifferenceFolder(outFolder);
  await differences.clear();
  const origins = await goldens.origins();
  const judge = async (name: string, taken: TakenGolden | string): Promise<Verdict> => {
    if (typeof taken === 'string') return { kind: 'failed', name, reason: taken };
    const before = await goldens.picture(name);
    const after = taken.picture;
    if (!before) {
      const difference = await differences.write(name, { before, after, difference: undefined });
      return { kind: 'new', name, difference };
    }
    const comparison = await compare(before, after);
    const verdict = verdictOf(name, comparison, taken.origin, origins[name]);
    if (verdict.kind === 'same') return verdict;
    const shown = { before, after, difference: comparison.difference };
    return { ...verdict, difference: await differences.write(name, shown) };
  };
  const { judged, gone } = await takeAll(options, judge);
  const verdicts = [...judged, ...gone.map((name): Verdict => ({ kind: 'gone', name }))];
  const engine = await engineOf(cardstock);
  return {
    verdicts,
    engine,
    ofOtherEngines: countOthers(verdicts, origins, engine),
    overview: await differences.drawOverview(verdicts, cardstock),
  };
}

/**
 * Makes what is drawn today the accepted state. A card that cannot be drawn keeps its picture.
 * A picture that differs within the tolerance is written all the same: tomorrow's are held against it.
 */
export async function updateGoldens(options: GoldenOptions): Promise<GoldenReport> {
  const { goldens, cardstock } = options;
  const old = await goldens.origins().catch((): GoldenOrigins => ({})); // a merge left it; this is the way out
  const origins = { ...old };
  const accept = async (name: string, taken: TakenGolden | string): Promise<Verdict> => {
    if (typeof taken === 'string') return { kind: 'failed', name, reason: taken };
    const before = await goldens.picture(name);
    origins[name] = taken.origin;
    if (!before || !before.equals(taken.picture)) await goldens.write(name, taken.picture);
    if (!before) return { kind: 'new', name };
    return verdictOf(name, await compare(before, taken.picture), taken.origin, old[name]);
  };
  const { judged, gone } = await takeAll(options, accept);
  for (const name of gone) await goldens.remove(name);
  const there = new Set(await goldens.names());
  await goldens.writeOrigins(Object.fromEntries(Object.entries(origins).filter(([name]) => there.has(name))));
  const verdicts = [...judged, ...gone.map((name): Verdict => ({ kind: 'gone', name }))];
  return { verdicts, engine: await engineOf(cardstock), ofOtherEngines: 0 };
}

/** As many at once as there are browsers; in their order. */
async function takeAll(
  { cardstock, goldens, choice, onProgress }: GoldenOptions,
  judge: (name: string, taken: TakenGolden | string) => Promise<Verdict>,
): Promise<{ judged: Verdict[]; gone: string[] }> {
  const accepted = await goldens.names();
  const templates = choice.templates ?? chosenWithout(choice, accepted, cardstock);
  const samples = samplesOf(cardstock.templates, { ...choice, templates });
  let done = 0;
  const work = (sample: Sample) => async () => {
    const name = goldenName(sample);
    const verdict = await judge(name, await takeGolden(sample, cardstock));
    onProgress?.((done += 1), samples.length, name);
    return verdict;
  };
  const queue = new PQueue({ concurrency: cardstock.config.browsers });
  const judged = await queue.addAll(samples.map(work));
  const names = new Set(samples.map(goldenName));
  return { judged, gone: accepted.filter((name) => !names.has(name) && isChosen(name, choice)) };
}

function chosenWithout(
  { ownTemplates }: GoldenChoice,
  accepted: readonly string[],
  { templates }: Cardstock,
): string[] {
  const withPictures = new Set(accepted.map((name) => name.split('/')[0]!));
  return templates.names.filter((name) => ownTemplates.includes(name) || withPictures.has(name));
}

/** Whether a picture is of those that were asked for, though its card may be gone. */
function isChosen(name: string, { templates, variants }: GoldenChoice): boolean {
  const [template] = name.split('/');
  const isOfTemplate = templates === undefined || templates.includes(template!);
  return isOfTemplate && (variants === undefined || variants.some((each) => name.endsWith(`.${each}.png`)));
}

function countOthers(verdicts: readonly Verdict[], origins: GoldenOrigins, engine: string): number {
  const engines = verdicts.map(({ name }) => origins[name]?.engine);
  return engines.filter((accepted) => accepted !== undefined && accepted !== engine).length;
}
