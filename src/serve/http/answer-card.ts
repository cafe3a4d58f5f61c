import fresh from 'fresh';
import { ExpiredUrlError } from '../../errors.ts';
import { type Answer, withoutBody } from './answer.ts';
import { authorize, type Permit } from './authorize.ts';
import { answerFailure } from './answer-failure.ts';
import { cardHeaders, etag, fittedHeader, ignoredHeader, imageHeaders, storedHeaders } from './headers.ts';
import { answerReceipt } from './answer-receipt.ts';
import { type SizedAddress, sizedCard, withoutSize, withoutSizeParameter } from './card-size.ts';
import { CardWork } from './card-work.ts';
import type { IdentifiedCard } from './identify.ts';
import type { Services } from './services.ts';
import type { CardRecord } from './request-record.ts';
import { clientOf } from './client.ts';
import { type Address, drainBody, parseAddress } from './parse.ts';

/**
 * The way of a request: read, allowed, identified; then its picture from the cache, or
 * photographed into it.
 */
export async function answerCard(request: Request, services: Services): Promise<Answer> {
  let address: SizedAddress | undefined;
  let permit: Permit | undefined;
  try {
    address = parseAddress(request, services.config);
    permit = authorize(address, services.config);
    address = withoutSizeOf(address, services);
    if (!permit.isSigned) services.limit?.spend(clientOf(request));
    return await findCard(request, address, permit, services);
  } catch (thrown) {
    const { limit } = services;
    const error = permit || !limit ? thrown : limit.held(clientOf(request), thrown);
    return answerFailure(error, { request, address, permit }, services);
  }
}

function withoutSizeOf(address: Address, { sizes, identifier, templates }: Services): SizedAddress {
  if (!sizes) return address;
  if (address.isReadable) return withoutSizeParameter(address, sizes.names, templates);
  return withoutSize(address, sizes.names, (whole) => !!identifier.known(whole));
}

async function findCard(
  request: Request,
  address: SizedAddress,
  permit: Permit,
  services: Services,
): Promise<Answer> {
  if (permit.isExpired) throw new ExpiredUrlError();
  await drainBody(request);
  if (address.isExplained) return answerReceipt(request, address, services);
  const work = new CardWork(request, address, permit, services);
  return photographed(work, { request, address, permit }, services).finally(() => work.end());
}

interface PermittedRequest {
  readonly request: Request;
  readonly address: SizedAddress;
  readonly permit: Permit;
}

async function photographed(
  work: CardWork,
  { request, address, permit }: PermittedRequest,
  services: Services,
): Promise<Answer> {
  const known = services.identifier.known(address);
  const { card: whole, document } = known ? { card: known } : await work.identify();
  const card = inSize(whole, address, services);
  const headers = { ...cardHeaders(card, permit, services.config), ...ignoredHeader(address) };
  const record = recordOf(card);
  if (isFresh(request, card)) {
    return { status: 304, headers, body: null, record: { ...record, cache: 'not-modified' } };
  }
  const found = await work.find(whole, document);
  const { timings } = work;
  timings.addScreenshot(found.timings);
  const { bytes } = found.image;
  Object.assign(headers, imageHeaders(bytes, card.format), storedHeaders(card, found));
  Object.assign(headers, address.size !== undefined && fittedHeader(found.image), timings.headers());
  const { phases } = timings;
  const answer = { status: 200, headers, body: bytes, record: { ...record, cache: found.origin, phases } };
  return withoutBody(answer, request.method);
}

function inSize(card: IdentifiedCard, { size }: SizedAddress, { sizes }: Services): IdentifiedCard {
  return size !== undefined && sizes ? sizedCard(card, size, sizes) : card;
}

function recordOf({ template, variant, format, missingGlyphs, missingImages }: IdentifiedCard): CardRecord {
  return {
    template,
    variant,
    format,
    missingGlyphs: missingGlyphs.length,
    missingImages: missingImages.length,
  };
}

/** POST has no 304: Cloudinary needs its image every time. */
function isFresh(request: Request, { key }: IdentifiedCard): boolean {
  const noneMatch = request.headers.get('if-none-match');
  if (request.method === 'POST' || !noneMatch) return false;
  return fresh({ 'if-none-match': noneMatch }, { etag: etag(key) });
}
