import { type Request, Router } from 'express';
import { InvalidParameterError } from '../../errors.ts';
import { unknownValue } from '../../system/nearest.ts';
import { type Sample, samplesOf } from '../contact-sheet/samples.ts';
import { compareWithAccepted } from '../golden/accepted.ts';
import { drawTriptych } from '../golden/differences.ts';
import { GoldenFolder, goldenFolderOf } from '../golden/golden-folder.ts';
import type { SheetFacts } from '../protocol.ts';
import { leftSignal } from './answers.ts';
import type { Workshop } from './workshop.ts';

/** What the sheet of all examples marks: findings, and what looks otherwise than it was accepted. */
export function answerSheet(workshop: Workshop): Router {
  const router = Router();
  const stateOf = (sample: Sample, signal: AbortSignal) => {
    const goldens = new GoldenFolder(goldenFolderOf(workshop.project()));
    return compareWithAccepted(sample, workshop.cardstock(), goldens, signal);
  };

  router.get('/sheet-facts', async (request, response) => {
    const sample = sampleOf(request, workshop);
    const signal = leftSignal(response);
    const { template, props, variant } = sample;
    const state = await stateOf(sample, signal);
    const card = { template, props, variant };
    const findings = await workshop.cardstock().lint(card, { isOwn: true }, signal);
    response.set('cache-control', 'no-store'); // the accepted picture may be another one any time
    response.json({ accepted: state?.verdict, findings } satisfies SheetFacts);
  });

  router.get('/difference', async (request, response) => {
    const state = await stateOf(sampleOf(request, workshop), leftSignal(response));
    if (!state?.triptych) throw new InvalidParameterError('example', 'looks as it was accepted');
    response.set({ 'cache-control': 'no-store', 'content-type': 'image/png' });
    response.end(await drawTriptych(state.triptych));
  });
  return router;
}

function sampleOf({ query }: Request, workshop: Workshop): Sample {
  const { template, example, variant } = query as Record<string, string>;
  const { templates } = workshop.cardstock();
  const choice = { templates: [String(template)], variants: [String(variant)] };
  const samples = samplesOf(templates, choice);
  const sample = samples.find((each) => each.example === example);
  if (sample) return sample;
  const names = samples.map((each) => each.example);
  throw unknownValue('example', String(example), names);
}
