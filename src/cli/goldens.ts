import { styleText } from 'node:util';
import type { Cardstock } from '../cardstock.ts';
import { ConfigError } from '../errors.ts';
import { ownTemplates } from '../project/own-templates.ts';
import {
  checkGoldens,
  type GoldenOptions,
  type GoldenReport,
  updateGoldens,
} from '../studio/golden/golden-check.ts';
import { GoldenFolder, goldenFolderOf } from '../studio/golden/golden-folder.ts';
import { sentenceOf, type Verdict, type VerdictKind } from '../studio/golden/verdict.ts';
import { displayedPath } from '../system/source-position.ts';
import { plural } from '../system/plural.ts';
import { Progress } from './progress.ts';
import { currentProject } from './project.ts';

export interface GoldensOptions {
  readonly out: string;
  readonly template: readonly string[] | undefined;
  readonly variant: readonly string[] | undefined;
  readonly update: boolean;
  readonly json: boolean;
}

/** Accepts how cards look, or holds them against what was accepted; then exits with 1 where they differ. */
export async function goldens(options: GoldensOptions, cardstock: Cardstock): Promise<void> {
  const { out, update, json } = options;
  const { asked, folder, progress } = await ask(options, cardstock);
  const report = update ? await updateGoldens(asked) : await checkGoldens(asked, out);
  progress.end();
  if (json) console.log(JSON.stringify({ folder, ...report }, undefined, 2));
  else print(report, folder, update);
  const isFault = ({ kind }: Verdict) => (update ? kind === 'failed' : kind !== 'same');
  if (report.verdicts.some(isFault)) process.exitCode = 1;
}

/** @throws {ConfigError} there is nothing that could be compared. */
async function ask({ template, variant }: GoldensOptions, cardstock: Cardstock) {
  const project = await currentProject();
  const own = (await ownTemplates(project)).map(({ name }) => name);
  const path = goldenFolderOf(project);
  const store = new GoldenFolder(path);
  if (own.length === 0 && template === undefined && (await store.names()).length === 0) {
    throw new ConfigError('This project has no templates of its own; --only <names> takes some that ship.');
  }
  const progress = new Progress();
  const asked: GoldenOptions = {
    cardstock,
    goldens: store,
    choice: { templates: template, variants: variant, ownTemplates: own },
    onProgress: (done, of, name) => progress.show(done, of, name),
  };
  return { asked, folder: displayedPath(path), progress };
}

const colors = { same: 'green', changed: 'red', new: 'yellow', gone: 'yellow', failed: 'red' } as const;

function print(report: GoldenReport, folder: string, isUpdate: boolean): void {
  const { verdicts, ofOtherEngines, engine, overview } = report;
  for (const verdict of verdicts) {
    if (verdict.kind !== 'same') console.log(styleText(colors[verdict.kind], sentenceOf(verdict)));
  }
  if (ofOtherEngines > 0) {
    const many = plural(ofOtherEngines, 'picture');
    console.log(`${many} of ${verdicts.length} accepted with another engine; here is ${engine}`);
  }
  console.log(`${summaryOf(verdicts)} (${folder})`);
  if (overview) console.log(`${displayedPath(overview)} shows them all: accepted, now, difference`);
  const isOpen = verdicts.some(({ kind }) => kind !== 'same' && kind !== 'failed');
  if (!isUpdate && isOpen) console.log('If that is how it should look: cardstock contact-sheet --update');
}

function summaryOf(verdicts: readonly Verdict[]): string {
  const counts = Map.groupBy(verdicts, ({ kind }) => kind);
  const kinds: readonly VerdictKind[] = ['same', 'changed', 'new', 'gone', 'failed'];
  const parts = kinds.flatMap((kind) => (counts.has(kind) ? [`${counts.get(kind)!.length} ${kind}`] : []));
  return `${plural(verdicts.length, 'picture')}: ${parts.join(', ') || 'none'}`;
}
