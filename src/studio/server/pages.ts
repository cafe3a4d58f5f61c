import express, { Router } from 'express';
import * as z from 'zod';
import { InvalidParameterError } from '../../errors.ts';
import { maxBody } from './cards.ts';
import { SitePages } from './site-pages.ts';
import type { Workshop } from './workshop.ts';

const questionForm = z.object({ address: z.string(), html: z.string(), fileName: z.string() }).partial();

/** Cards of pages: of a built site, or of a file that somebody drops. */
export function answerPages(workshop: Workshop): Router {
  const pages = new SitePages(workshop);
  const router = Router();
  router.get('/pages', async (_request, response) => {
    response.json({ pages: await pages.list() });
  });
  router.post('/page', express.json({ limit: maxBody }), async (request, response) => {
    const { data } = questionForm.safeParse(request.body);
    if (!data) throw new InvalidParameterError('body', 'expected an address, or a page');
    response.json(await pages.ask(data));
  });
  return router;
}
