import express, { type Request, type Response, Router } from 'express';
import * as z from 'zod';
import { InvalidParameterError } from '../../errors.ts';
import { receiptSections } from '../../serve/explain/receipt-sections.ts';
import { factsHeader, type LintAnswer, type StudioCard, type WhyAnswer } from '../protocol.ts';
import { leftSignal } from './answers.ts';
import { Drawer } from './drawer.ts';
import { textsOf } from './texts.ts';
import { Thumbnails } from './thumbnails.ts';
import type { Workshop } from './workshop.ts';

/** More than a card with several photos in it. */
export const maxBody = '32mb';

const cardForm = z.object({
  template: z.string(),
  props: z.record(z.string(), z.unknown()),
  variant: z.string().optional(),
  format: z.string().optional(),
  lang: z.string().optional(),
  isComplete: z.boolean().optional(),
});

const whyForm = cardForm.extend({ example: z.string().optional() });

const pageForm = z
  .object({ title: z.string(), url: z.string(), description: z.string(), siteName: z.string() })
  .partial();

/** What there is to be had of a card: its picture, what is found on it, and what is written of it. */
export function answerCards(workshop: Workshop): Router {
  const drawer = new Drawer(workshop);
  const thumbnails = new Thumbnails(drawer);
  const router = Router();
  const json = express.json({ limit: maxBody });

  router.post('/card', json, async (request, response) => {
    const { bytes, facts } = await drawer.draw(cardOf(request), leftSignal(response));
    response.set(factsHeader, encodeURIComponent(JSON.stringify(facts)));
    sendPicture(response, facts.type, bytes);
  });

  router.post('/lint', json, async (request, response) => {
    const own = { isOwn: true };
    const findings = await workshop.cardstock().lint(cardOf(request), own, leftSignal(response));
    response.json({ findings } satisfies LintAnswer);
  });

  router.post('/why', json, async (request, response) => {
    const terms = { isOwn: true, anySource: true, signal: leftSignal(response) };
    const receipt = await workshop.cardstock().explain(formOf(whyForm, request), terms);
    response.json({ sections: receiptSections(receipt) } satisfies WhyAnswer);
  });

  router.post('/texts', json, async (request, response) => {
    const page = pageForm.safeParse((request.body as { page?: unknown } | undefined)?.page);
    response.json(await textsOf(cardOf(request), page.data ?? {}, workshop.cardstock()));
  });

  router.get('/thumbnail', async (request, response) => {
    const { template, example, variant } = request.query as Record<string, string>;
    const bytes = await thumbnails.of({ template: String(template), example, variant }, leftSignal(response));
    response.set('cache-control', 'private, max-age=86400'); // its address has the revision in it
    sendPicture(response, 'image/jpeg', bytes);
  });
  return router;
}

function sendPicture(response: Response, type: string, bytes: Uint8Array): void {
  response.set('content-type', type).end(bytes);
}

function cardOf(request: Request): StudioCard {
  return formOf(cardForm, request);
}

function formOf<Form>(form: z.ZodType<Form>, request: Request): Form {
  const read = form.safeParse(request.body);
  if (read.success) return read.data;
  throw new InvalidParameterError('body', read.error.issues[0]?.message ?? 'expected a card');
}
