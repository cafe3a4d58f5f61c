import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, parseSource, root } from './source.js';

/** The codes of all errors, each with its status, as their classes give them to their base. */
export function errorCodes() {
  const folder = existsSync(join(root, 'src/errors')) ? filesBelow('src/errors') : [];
  const files = [...(existsSync(join(root, 'src/errors.ts')) ? ['src/errors.ts'] : []), ...folder];
  const text = files.map((path) => parseSource(path).text).join('\n');
  const found = [...text.matchAll(/super\(\s*'([a-z_]+)',\s*(\d{3})/g)];
  return found.map(([, code, status]) => ({ code, status: Number(status) }));
}

export const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { enum: [...new Set(errorCodes().map(({ code }) => code))] },
        message: { type: 'string', description: 'A sentence for people' },
        parameter: { type: 'string', description: 'What is wrong with the request, by name' },
        validValues: { type: 'array', items: { type: 'string' } },
        problems: {
          type: 'array',
          items: { type: 'object' },
          description: 'All of them, where there are several',
        },
      },
    },
  },
};

/** Words, JSON for who asks for it, and for crawlers and image elements a picture. */
export function errorResponses(statuses) {
  return Object.fromEntries(statuses.map((status) => [status, errorResponse(status)]));
}

/** JSON, whoever asks. */
export function jsonErrors(statuses) {
  return Object.fromEntries(
    statuses.map((status) => {
      const { description, content } = errorResponse(status);
      return [status, { description, content: { 'application/json': content['application/json'] } }];
    }),
  );
}

function errorResponse(status) {
  const codes = [
    ...new Set(
      errorCodes()
        .filter((error) => error.status === status)
        .map(({ code }) => `\`${code}\``),
    ),
  ];
  return {
    description: codes.join(', ') || 'The error, in words',
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/error' } },
      'text/plain': { schema: { type: 'string' } },
      ...(status === 403 && { 'image/jpeg': {}, 'image/png': {} }),
    },
  };
}
