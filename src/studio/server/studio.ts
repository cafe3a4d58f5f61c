import express, { type RequestHandler } from 'express';
import { answerFailures, keepStrangersOut } from './answers.ts';
import { serveAssets } from './assets.ts';
import { answerCards } from './cards.ts';
import { catalogOf } from './catalog.ts';
import { openInEditor } from './editor.ts';
import { sayOnce, shownFault } from './faults.ts';
import { Listeners } from './listeners.ts';
import { answerPages } from './pages.ts';
import { answerPictures } from './pictures.ts';
import { answerSheet } from './sheet.ts';
import { showShell } from './shell.tsx';
import type { Workshop } from './workshop.ts';

/** A place to see, shape and prove cards: a page, and what answers it. */
export interface Studio {
  /** What is at `/`, and at `/_studio/` beside it. */
  readonly handler: RequestHandler;
  /** Open pages look again. */
  changed(files: readonly string[]): void;
  /** Open pages show what keeps the project from loading. */
  failed(error: unknown): void;
  /** Lets go of every open page, which would keep a server from ending. */
  close(): void;
}

/** For the machine it runs on alone: it signs, draws and shows whatever it is asked for. */
export function openStudio(workshop: Workshop): Studio {
  const listeners = new Listeners();
  const routes = express.Router();
  routes.get('/', showShell(workshop));
  routes.use('/_studio', serveAssets());
  routes.get('/_studio/catalog', (_request, response) => {
    response.set('cache-control', 'no-store').json(catalogOf(workshop, listeners.revision));
  });
  routes.get('/_studio/events', (_request, response) => listeners.add(response));
  routes.use(
    '/_studio',
    answerSheet(workshop),
    answerCards(workshop),
    answerPages(workshop),
    answerPictures(workshop),
    openInEditor(workshop),
  );
  routes.use('/_studio', answerFailures(sayOnce()));

  const handler = express.Router();
  const { basePath } = workshop.cardstock().config;
  handler.use(basePath ? ['/', basePath] : '/', keepStrangersOut(workshop), routes);
  return {
    handler,
    changed: (files) => listeners.tellChange(files),
    failed: (error) => listeners.tellFault(shownFault(error)),
    close: () => listeners.close(),
  };
}
