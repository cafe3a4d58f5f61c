import type { IncomingHttpHeaders } from 'node:http';
import { type Picture, readPicture } from './picture.ts';
import { reasonOf } from '../../system/network/reason.ts';
import type { AskOptions, Web, WebAnswer } from '../../system/network/web.ts';

/** What came of asking for an image. */
export type ImageReport =
  FoundImage | { readonly outcome: 'unreachable' | 'unchecked'; readonly reason: string };

export interface FoundImage {
  readonly outcome: 'found';
  /** As its server says, or as one would that goes by the name of its file. */
  readonly contentType: string | undefined;
  readonly byteLength: number;
  /** It has more bytes than were read. */
  readonly isCut: boolean;
  readonly redirects: readonly string[];
  /** From the request to the last byte; absent for a file. */
  readonly elapsedMs?: number;
  /** Cardstock could not make the card and answered with another picture, for a minute. */
  readonly isStandIn: boolean;
  /** Absent where the bytes are no picture, or not a whole one. */
  readonly picture: Picture | undefined;
}

/** What a server answers for an image, decoded; never throws but for an abort. */
export async function askForImage(web: Web, url: string, options: AskOptions): Promise<ImageReport> {
  try {
    return await reportOn(await web.ask(url, options));
  } catch (error) {
    options.signal?.throwIfAborted();
    return { outcome: 'unreachable', reason: reasonOf(error) };
  }
}

async function reportOn(answer: WebAnswer): Promise<ImageReport> {
  const { status, bytes, headers, isCut, redirects, elapsedMs } = answer;
  if (status !== 200) return { outcome: 'unreachable', reason: `it was answered with ${status}` };
  if (bytes.length === 0) return { outcome: 'unreachable', reason: 'it is empty' };
  return {
    outcome: 'found',
    contentType: contentTypeOf(headers),
    byteLength: bytes.length,
    isCut,
    redirects,
    elapsedMs,
    isStandIn: isStandIn(headers),
    picture: await readPicture(bytes),
  };
}

/** Without its parameters. */
export function contentTypeOf(headers: IncomingHttpHeaders): string | undefined {
  return headers['content-type']?.split(';', 1)[0]!.trim().toLowerCase() || undefined;
}

/** As `fallbackStatus` in http/cache-status.ts writes it; a CDN puts its own before or behind. */
export function isStandIn(headers: IncomingHttpHeaders): boolean {
  const entries = String(headers['cache-status'] ?? '').split(',');
  return entries.some((entry) => /^\s*cardstock\s*;/.test(entry) && entry.includes('fwd-status='));
}
