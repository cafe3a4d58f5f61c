import { InvalidParameterError } from '../../errors.ts';
import type { Answer } from '../../serve/http/answer.ts';
import { apiPath } from '../../serve/url/paths.ts';
import { answerJson } from './json.ts';
import { readQuery } from './query.ts';
import type { ApiServices } from './services.ts';

const [usualLimit, mostLimit] = [100, 1_000];

/** `?prefix=blog/&limit=100&after=blog/last.jpg`; the answer and its `Link` say where the next page is. */
export async function listPictures(
  query: URLSearchParams,
  { library, config: { basePath } }: Pick<ApiServices, 'library' | 'config'>,
): Promise<Answer> {
  const { prefix, after, limit } = readQuery(query, ['prefix', 'after', 'limit']);
  const page = await library.list({
    ...(prefix && { prefix }),
    ...(after && { after }),
    limit: readLimit(limit),
  });
  if (page.next === undefined) return answerJson(200, page);
  const next = new URLSearchParams({ ...(prefix && { prefix }), ...(limit && { limit }), after: page.next });
  return answerJson(200, page, { link: `<${basePath}${apiPath}?${next}>; rel="next"` });
}

function readLimit(text = String(usualLimit)): number {
  const limit = Number(text);
  if (/^\d+$/.test(text) && limit >= 1 && limit <= mostLimit) return limit;
  throw new InvalidParameterError('limit', 'expected a number of pictures', [`1 to ${mostLimit}`]);
}
