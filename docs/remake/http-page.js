import { redirectPath, rendererPath } from '../../dist/src/serve/url/paths.js';
import { code, prose, table } from './markdown.js';
import { openapi } from './openapi.js';
import { errorCodes } from './openapi-errors.js';

export function httpPage() {
  const { paths } = openapi('');
  const rows = Object.entries(paths).map(([path, methods]) => [
    code(path),
    Object.keys(methods)
      .map((method) => method.toUpperCase())
      .join(', '),
    Object.values(methods)[0].summary,
  ]);
  const parameters = paths[rendererPath].get.parameters.map(({ name, description, required }) => [
    code(name),
    required ? 'needed' : '',
    prose(description),
  ]);
  return `# HTTP

As [OpenAPI 3.1](../openapi.json), for clients that are generated and for tests. The paths are those of a server that says nothing else: \`paths\` and \`basePath\` of the [config](config.md) move them.

${table(['address', 'methods', ''], rows)}
What is below \`/api/pictures\` is for administrators, and there where a server has some: [Uploads](../uploads.md).

\`/health\`, \`/ready\` and \`/metrics\`: see [what a server says of itself](../operations.md#what-it-says-of-itself).

## Parameters

Of ${code(rendererPath)} and ${code(redirectPath)}. A sealed address has \`exp\` and \`sig\` alone.

${table(['', '', ''], parameters)}
## Headers

| | |
| --- | --- |
| \`ETag\`, \`If-None-Match\` | A hash of all that shows. 304 before a browser is touched. |
| \`Cache-Control\` | A year and \`immutable\` for a sealed address of today's design, an hour for others: [Caching](../caching.md). |
| \`Cache-Status\` | Where the picture came from, as RFC 9211 has it: memory, store, or drawn; or that it is a stand-in. |
| \`Cardstock-Missing-Glyphs\`, \`-Fonts\`, \`-Images\` | What the card does without. |
| \`Cardstock-Ignored-Parameters\` | What counted for nothing in a readable address. |
| \`X-Request-Id\` | Taken over from a proxy, and said in errors. |

## Errors

In words, or as JSON for \`Accept: application/json\`: \`{ "error": { "code", "message", "parameter", "validValues", "problems" } }\`. Crawlers and \`<img>\` get a picture in their place where the fault is ours: they would remember an error as "no image".

${table(
  ['code', 'status'],
  errorCodes().map(({ code: name, status }) => [code(name), String(status)]),
)}`;
}
