import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Cardstock } from '../cardstock.ts';
import { CardstockError, MalformedRequestError, NotFoundError } from '../errors.ts';
import { answerError } from '../http/answer-error.ts';
import { redirectPath, rendererPath, sealedPrefix } from '../url/paths.ts';
import { adapt, send } from './adapter.ts';
import { renderGallery } from './gallery.tsx';

/** The same functions that Netlify runs, and a page that shows what it can do. */
export function createApp(cardstock: Pick<Cardstock, 'answers' | 'templates' | 'config'>): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag'); // ours is the key of the card
  app.all([rendererPath, `${sealedPrefix}:name`], adapt(cardstock.answers.card));
  app.all(redirectPath, adapt(cardstock.answers.redirect));
  app.get('/', async (_request, response) => {
    response.set('content-security-policy', "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'");
    response.type('html').send(await renderGallery(cardstock.templates, cardstock.config));
  });
  app.use(() => {
    throw new NotFoundError();
  });
  app.use(answerErrors);
  return app;
}

/** What express itself refuses, such as a malformed escape in the path, is the client's mistake. */
const answerErrors: ErrorRequestHandler = (thrown, request, response, _next) => {
  const error = thrown instanceof CardstockError ? thrown : new MalformedRequestError(thrown);
  send(answerError(error, request.method, request.headers.accept ?? null), response);
};
