import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import {
  CardstockError,
  InvalidParameterError,
  RequestAbortedError,
  UnknownOriginError,
} from '../../errors.ts';
import { refuseStrangers } from '../../serve/express/known-hosts.ts';
import type { Failure } from '../protocol.ts';
import { isOfProject, shownFault } from './faults.ts';
import type { Workshop } from './workshop.ts';

/**
 * Only for pages of this very server, by a name that is its own. A page of elsewhere may lead a
 * person here, and can ask for nothing itself: not even for a picture, whose size would tell.
 */
export function keepStrangersOut(workshop: Workshop): RequestHandler {
  return (request, response, next) => {
    if (!isOfStudio(request.path)) return next();
    refuseStrangers(request, workshop.cardstock().config);
    const { 'sec-fetch-site': from, 'sec-fetch-mode': mode } = request.headers;
    const isAsked = from === undefined || from === 'same-origin' || from === 'none';
    if (!isAsked && !(mode === 'navigate' && request.path === '/')) throw new UnknownOriginError();
    response.set('cross-origin-resource-policy', 'same-origin').set('x-content-type-options', 'nosniff');
    next();
  };
}

/** In whatever case, as express finds its routes. */
function isOfStudio(path: string): boolean {
  return path === '/' || path.toLowerCase().startsWith('/_studio/');
}

/** All that is known of a failure, for whoever is at work here is no stranger. */
export function answerFailures(say: (error: unknown) => void): ErrorRequestHandler {
  return (thrown: unknown, _request, response, _next) => {
    const error = asError(thrown);
    if (!(error instanceof RequestAbortedError)) say(error);
    const status = error instanceof CardstockError ? error.status : 500;
    response.status(status === 499 ? 400 : status).json(failureOf(error));
  };
}

/** What express itself refuses, such as a body that is no JSON. */
function asError(thrown: unknown): unknown {
  const { status, type } = thrown as { status?: number; type?: string };
  if (typeof status !== 'number' || typeof type !== 'string' || status >= 500) return thrown;
  return new InvalidParameterError('body', (thrown as Error).message);
}

function failureOf(error: unknown): Failure {
  const { code = 'internal_error' } = error as Partial<CardstockError>;
  const problems = error instanceof InvalidParameterError ? error.problems : [];
  const fault = isOfProject(error) ? shownFault(error) : undefined;
  return { code, message: fault?.message ?? String((error as Error).message ?? error), problems, fault };
}

/** Fires when the page does not wait any more. */
export function leftSignal(response: Response): AbortSignal {
  const left = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) left.abort();
  });
  return left.signal;
}
