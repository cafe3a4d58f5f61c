import Negotiator from 'negotiator';
import { CardstockError, InternalError } from '../../errors.ts';
import { report } from '../../system/report.ts';
import { type Answer, withoutBody } from './answer.ts';
import { commonHeaders, neverCached } from './headers.ts';

/** Anything that was thrown, as an error with a status. */
export function asCardstockError(thrown: unknown): CardstockError {
  return thrown instanceof CardstockError ? thrown : new InternalError(thrown);
}

/** The log gets what the stranger must not see. */
export function reportTrouble(error: CardstockError): void {
  // Without a cause it is load, not trouble, and load must not fill the log.
  if (error.status >= 500 && error.cause !== undefined) report(`${error.code}:`, error);
}

/** An error in words: JSON or plain text, whichever the client likes better, and never HTML. */
export function answerError(error: CardstockError, method: string, accept: string | null): Answer {
  const json = prefersJson(accept);
  const body = json ? `${JSON.stringify({ error: error.toPublic() })}\n` : `${error.publicMessage}\n`;
  const bytes = new TextEncoder().encode(body);
  const headers = {
    ...commonHeaders,
    ...neverCached,
    ...error.headers,
    'content-type': json ? 'application/json' : 'text/plain; charset=utf-8',
    'content-length': String(bytes.byteLength),
    vary: 'accept',
  };
  return withoutBody({ status: error.status, headers, body: bytes, record: { error: error.code } }, method);
}

export function prefersJson(accept: string | null): boolean {
  if (!accept) return false;
  const negotiator = new Negotiator({ headers: { accept } });
  return negotiator.mediaType(['text/plain', 'application/json']) === 'application/json';
}
