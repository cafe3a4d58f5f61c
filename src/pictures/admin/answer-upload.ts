import { UploadUsedError } from '../../errors.ts';
import type { Answer } from '../../serve/http/answer.ts';
import { commonHeaders, neverCached } from '../../serve/http/headers.ts';
import { apiPath } from '../../serve/url/paths.ts';
import type { CheckedPicture } from '../library.ts';
import { formBytes, pictureIn } from '../uploads/picture-in-body.ts';
import { withBody } from '../uploads/read-body.ts';
import { readTicket, type Ticket } from '../uploads/ticket.ts';
import { answerJson } from './json.ts';
import type { ApiServices } from './services.ts';

/** The address is all that it takes, so a page of anywhere that has it may send to it. */
export const uploadHeaders = { 'access-control-allow-origin': '*' };

/**
 * Takes the one picture that an address is for. An upload that comes to nothing, as it breaks off
 * or is no picture, leaves the address as it was until its time is over: the address is used up
 * when a picture is kept, and by nobody else's mistake.
 *
 * @param address Path and query, behind what the server is mounted below.
 */
export async function answerUpload(
  request: Request,
  address: string,
  services: ApiServices,
): Promise<Answer> {
  if (request.method === 'OPTIONS') return answerPreflight();
  const { claims, library, budget, config } = services;
  const ticket = readTicket(address, services.secrets);
  if (await claims.isTaken(ticket)) throw new UploadUsedError();
  const limits = { maxBytes: ticket.maxBytes + formBytes, timeoutMs: config.requestTimeoutMs, budget };
  return withBody(request, limits, async (body) => {
    const bytes = await pictureIn(body, request.headers.get('content-type'), ticket.maxBytes);
    const { isNew, ...picture } = await keepOnce(await library.check(bytes, ticket), ticket, services);
    const location = `${config.basePath}${apiPath}/${picture.path.split('/').map(encodeURIComponent).join('/')}`;
    return answerJson(isNew ? 201 : 200, { picture }, { ...uploadHeaders, location });
  });
}

/** Of those who come this far, each with a picture, one takes the address. */
async function keepOnce(picture: CheckedPicture, ticket: Ticket, { claims, library }: ApiServices) {
  if (!(await claims.take(ticket))) throw new UploadUsedError();
  try {
    return await library.store(picture, ticket);
  } catch (error) {
    await claims.release(ticket);
    throw error;
  }
}

/** Asked by a browser before it sends a picture from a page of elsewhere. */
function answerPreflight(): Answer {
  const headers = {
    ...commonHeaders,
    ...neverCached,
    ...uploadHeaders,
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'content-type, x-amz-content-sha256', // CloudFront wants that one
    'access-control-max-age': '600',
  };
  return { status: 204, headers, body: null };
}
