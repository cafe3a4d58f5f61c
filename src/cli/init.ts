import { InvalidParameterError } from '../errors.ts';
import { initProject } from '../project/init/init.ts';
import { nextSteps } from '../project/init/next-steps.ts';
import { type Surroundings, surroundingsOf } from '../project/init/surroundings.ts';
import { describeFound, describeNext, describeStep } from './describe-init.ts';
import { complaints, readAnswers, type SaidOfSite } from './init-answers.ts';

export interface InitOptions extends SaidOfSite {
  /** Asks nothing. */
  readonly yes?: boolean;
}

/** Writes a config, a template and what goes with them, and says what comes next. */
export async function init({ yes = false, ...given }: InitOptions): Promise<void> {
  const folder = process.cwd();
  const around = await surroundingsOf(folder);
  console.log(describeFound(around));
  const place = { folder, assets: around.assets };
  checkAnswers(given, place);
  const isAsked = !yes && process.stdin.isTTY && process.stdout.isTTY && Object.keys(given).length === 0;
  const said = isAsked ? await ask(folder, around) : given;
  if (!said) return;
  // To leave a question open takes back what was found.
  const answers = { ...(!isAsked && around.answers), ...readAnswers(said, place) };
  const steps = await initProject(folder, answers, around);
  for (const line of steps.map(describeStep)) console.log(line);
  for (const line of describeNext(await nextSteps(folder, around, steps))) console.log(line);
}

async function ask(folder: string, around: Surroundings): Promise<SaidOfSite | undefined> {
  const { askForSite } = await import('./ask-for-site.ts');
  const said = await askForSite(folder, around);
  if (said) return said;
  console.log('nothing was written');
  process.exitCode = 130;
  return undefined;
}

/** @throws {InvalidParameterError} an answer that was given with the command will not do. */
function checkAnswers(given: SaidOfSite, place: { folder: string; assets: string | undefined }): void {
  for (const [key, answer] of Object.entries(given) as [keyof SaidOfSite, string][]) {
    const complaint = complaints[key](answer, place);
    if (complaint) throw new InvalidParameterError(key, `expected ${complaint}`);
  }
}
