import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { CardstockError, MalformedRequestError, NotFoundError } from '../../errors.ts';
import type { Answer } from '../http/answer.ts';
import { answerError } from '../http/answer-error.ts';
import { redirectPath, rendererPath, sealedPrefix } from '../url/paths.ts';
import { adapt, send } from './adapter.ts';

/** What answers requests. */
export interface Answers {
  card(request: Request): Promise<Answer>;
  redirect(request: Request): Promise<Answer>;
}

/**
 * The same functions that Netlify runs.
 *
 * @param home What is at `/`, if anything: a place to see the templates, say.
 * @param admin What an operator's machines ask, if they ask here.
 */
export function createApp(answers: Answers, home?: RequestHandler, admin?: RequestHandler): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag'); // ours is the key of the card
  app.all(
    [rendererPath, `${sealedPrefix}:name`],
    adapt((request) => answers.card(request)),
  );
  app.all(
    redirectPath,
    adapt((request) => answers.redirect(request)),
  );
  if (home) app.get('/', home);
  if (admin) app.use(admin);
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
