import { type CardstockError, UnauthorizedError } from '../../errors.ts';
import { type Answer, withoutBody } from '../../serve/http/answer.ts';
import { answerError, asCardstockError, reportTrouble } from '../../serve/http/answer-error.ts';
import { clientOf } from '../../serve/http/client.ts';
import { pathBehindBase } from '../../serve/url/paths.ts';
import { type Asked, isUploadPath, readApiPath } from './api-path.ts';
import { createUpload } from './create-upload.ts';
import { answerJson } from './json.ts';
import { listPictures } from './list-pictures.ts';
import { oneOf } from './query.ts';
import type { ApiServices } from './services.ts';
import { answerUpload, uploadHeaders } from './answer-upload.ts';

/**
 * What administrators ask, and what is sent to the addresses that they give away. Nothing is
 * read or told before the guard has let the request through.
 */
export async function answerApi(request: Request, services: ApiServices): Promise<Answer> {
  const { paths, basePath } = services.config;
  const url = new URL(request.url);
  const pathname = pathBehindBase(url.pathname, basePath, paths);
  const isUpload = isUploadPath(request.method, pathname);
  let isAdmin = false;
  try {
    if (isUpload) return await answerUpload(request, pathname + url.search, services);
    await services.guard(request);
    isAdmin = true;
    const asked = readApiPath(request.method, pathname);
    return withoutBody(await answer(asked, request, url.searchParams, services), request.method);
  } catch (thrown) {
    const error = asCardstockError(thrown);
    // A token and an address are guessed no faster.
    const told = isAdmin || !services.limit ? error : services.limit.held(clientOf(request), error);
    return answerInWords(told, request, isUpload ? uploadHeaders : {});
  }
}

async function answer(
  asked: Asked,
  request: Request,
  query: URLSearchParams,
  services: ApiServices,
): Promise<Answer> {
  const { library, purge } = services;
  switch (asked.what) {
    case 'list':
      return listPictures(query, services);
    case 'create upload':
      return createUpload(request, services);
    case 'describe':
      return answerJson(200, { picture: await library.describe(asked.path) });
    case 'remove':
      await library.remove(asked.path);
      return answerJson(200, { removed: asked.path });
    case 'purge':
      return answerJson(200, await purge.image(asked.path));
    case 'purge tag':
      return answerJson(200, await purge.tag(oneOf(query, 'tag')));
    case 'upload':
      throw new UnauthorizedError(false); // it was answered before the guard
  }
}

function answerInWords(error: CardstockError, request: Request, headers: Record<string, string>): Answer {
  reportTrouble(error);
  const answer = answerError(error, request.method, 'application/json');
  // What was not read is still to come, and would be taken for the next request.
  const isUnread = request.body !== null && !request.bodyUsed;
  return { ...answer, headers: { ...answer.headers, ...headers, ...(isUnread && { connection: 'close' }) } };
}
