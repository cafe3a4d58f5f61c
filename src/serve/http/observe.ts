import { randomUUID } from 'node:crypto';
import type { Answer } from './answer.ts';
import { requestEnded } from './request-record.ts';

type Handler = (request: Request) => Promise<Answer>;

/** What a proxy or a client may call its request; anything else could be a line of its own in a log. */
const requestId = /^[\w.:+/=-]{1,128}$/;
/** Of W3C Trace Context. */
const traceparent = /^[\da-f]{2}-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/;

/** Tells how a request ended, and names it in answers that somebody may ask about. */
export function observed(route: string, handle: Handler): Handler {
  return async (request) => {
    const begun = performance.now();
    const answer = await handle(request);
    const id = given(request, 'x-request-id', requestId) ?? randomUUID();
    requestEnded.publish({
      ...answer.record,
      id,
      traceparent: given(request, 'traceparent', traceparent),
      route,
      method: request.method,
      status: request.signal.aborted ? clientLeft : answer.status,
      durationMs: performance.now() - begun,
      bytes: answer.body?.byteLength ?? 0,
    });
    return answer.status >= 400 ? withId(answer, id) : answer;
  };
}

/** As nginx writes it: nobody is there any more to take the answer. */
const clientLeft = 499;

/** On errors alone: a picture is kept for good, with whatever its headers say of one request. */
function withId(answer: Answer, id: string): Answer {
  return { ...answer, headers: { ...answer.headers, 'x-request-id': id } };
}

function given({ headers }: Request, name: string, valid: RegExp): string | undefined {
  const value = headers.get(name);
  return value !== null && valid.test(value) ? value : undefined;
}
