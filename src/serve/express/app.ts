import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { NotFoundError } from '../../errors.ts';
import type { ServeSettings } from '../settings.ts';
import type { Mount } from '../url/paths.ts';
import { answerKnownHosts } from './known-hosts.ts';
import { type Answers, nodeHandler, sendError } from './node-handler.ts';

/** An image generator, as its server sees it. */
export interface Mountable {
  readonly config: Mount &
    Pick<ServeSettings, 'host' | 'allowUnsigned' | 'siteUrl' | 'allowedHosts' | 'trustProxy'>;
  readonly answers: Answers;
}

/**
 * The same functions that Netlify runs.
 *
 * @param home What is at `/` and beside the cards, if anything: a place to see the templates, say.
 * @param admin What an operator's machines ask, if they ask here.
 */
export function createApp(cardstock: Mountable, home?: RequestHandler, admin?: RequestHandler): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag'); // ours is the key of the card
  app.set('trust proxy', cardstock.config.trustProxy ?? false);
  app.use(answerKnownHosts(() => cardstock.config));
  app.use(nodeHandler(cardstock.answers, () => cardstock.config));
  if (home) app.use(home);
  if (admin) app.use(admin);
  app.use(() => {
    throw new NotFoundError();
  });
  app.use(answerErrors);
  return app;
}

const answerErrors: ErrorRequestHandler = (thrown, request, response, _next) =>
  sendError(thrown, request, response);
