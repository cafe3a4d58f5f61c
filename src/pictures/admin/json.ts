import type * as z from 'zod';
import { InvalidParameterError, UnsupportedUploadError } from '../../errors.ts';
import type { Answer } from '../../serve/http/answer.ts';
import { commonHeaders, neverCached } from '../../serve/http/headers.ts';
import { type BodyLimits, withBody } from '../uploads/read-body.ts';

/** What an administrator says fits into less. */
const jsonBytes = 8_192;

export function answerJson(status: number, content: unknown, headers: Record<string, string> = {}): Answer {
  const body = new TextEncoder().encode(`${JSON.stringify(content)}\n`);
  return {
    status,
    headers: {
      ...commonHeaders,
      ...neverCached,
      'content-type': 'application/json',
      'content-length': String(body.byteLength),
      ...headers,
    },
    body,
  };
}

/**
 * The body of a request, as the schema has it; an empty one is `{}`.
 *
 * @throws {InvalidParameterError} it is another.
 * @throws {UnsupportedUploadError} it is no JSON, by its own word: a form of a page of elsewhere cannot say otherwise.
 */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  limits: Omit<BodyLimits, 'maxBytes'>,
): Promise<z.output<Schema>> {
  const type = request.headers.get('content-type');
  if (type !== null && !/^application\/json\s*(;|$)/i.test(type)) {
    throw new UnsupportedUploadError(`The body is ${type.split(';', 1)[0]}.`, ['application/json']);
  }
  return withBody(request, { ...limits, maxBytes: jsonBytes }, (body) => {
    const { data, error } = schema.safeParse(parse(body.toString()));
    if (!error) return Promise.resolve(data);
    throw InvalidParameterError.ofAll(
      error.issues.map(({ path, message }) => ({ parameter: path.join('.') || 'body', problem: message })),
    );
  });
}

function parse(text: string): unknown {
  try {
    return text.trim() === '' ? {} : (JSON.parse(text) as unknown);
  } catch {
    throw new InvalidParameterError('body', 'is no JSON');
  }
}
