import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { CardstockError, NotFoundError } from '../../errors.ts';
import type { ServeSettings } from '../settings.ts';
import type { Mount } from '../url/paths.ts';
import { asCardstockError, reportTrouble } from '../http/answer-error.ts';
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
  return answerTheRest(app);
}

/** Nothing else is there, and errors are told in our words: Express's own are pages, and lines of no log. */
export function answerTheRest(app: Express): Express {
  app.use(() => {
    throw new NotFoundError();
  });
  return app.use(answerErrors);
}

const answerErrors: ErrorRequestHandler = (thrown: unknown, request, response, _next) => {
  const error = isOfTheClient(thrown) ? thrown : asCardstockError(thrown);
  if (error instanceof CardstockError) reportTrouble(error);
  sendError(error, request, response);
};

/** Express says so of what it refuses itself, such as a malformed escape in a path. */
function isOfTheClient(thrown: unknown): boolean {
  return thrown instanceof Error && 'status' in thrown && Number(thrown.status) < 500;
}
