import type { DeclaredImage } from '../doctor/page-tags.ts';
import { contentTypeOf, isStandIn } from '../doctor/image-report.ts';
import { readPicture } from '../doctor/picture.ts';
import { reasonOf } from '../../system/network/reason.ts';
import type { AskOptions, Web, WebAnswer } from '../../system/network/web.ts';
import { UnreachableError } from '../../errors.ts';
import { type Failure, isTemporary, retryAfterMs } from './retry.ts';

/** An image that is as it should be, and now lies in every cache on the way. */
export interface Warm {
  readonly outcome: 'warmed';
  readonly byteLength: number;
  readonly elapsedMs: number;
  /** What its server says is not perfect about it. */
  readonly notes: readonly string[];
}

/** As the tags of a page write it. */
export type DeclaredSize = Pick<DeclaredImage, 'width' | 'height'>;

/** What an address answered. */
export type Answer = { readonly outcome: 'answered'; readonly answer: WebAnswer } | Failure;

/** Asks an address once; anything but a whole 200 is a failure. */
export async function askOnce(web: Web, url: string, options: AskOptions): Promise<Answer> {
  try {
    const answer = await web.ask(url, options);
    if (answer.status === 200) return { outcome: 'answered', answer };
    return {
      outcome: 'failed',
      reason: `it was answered with ${answer.status}`,
      isTemporary: isTemporary(answer.status),
      retryAfterMs: retryAfterMs(answer.headers['retry-after'], Date.now()),
    };
  } catch (error) {
    options.signal?.throwIfAborted();
    const isTemporary = error instanceof UnreachableError && !error.isLasting;
    return { outcome: 'failed', reason: reasonOf(error), isTemporary };
  }
}

/** Whether an answer is the image that was promised. */
export async function checkImage(
  answer: WebAnswer,
  { declared, maxBytes }: { declared: DeclaredSize; maxBytes: number },
): Promise<Warm | Failure> {
  const { bytes, isCut, headers, elapsedMs } = answer;
  const type = contentTypeOf(headers);
  if (!type?.startsWith('image/')) return lasting(`it comes as ${type ?? 'nothing that it would name'}`);
  if (isCut || bytes.length > maxBytes) return lasting(`it has more than ${maxBytes} bytes`);
  if (bytes.length === 0) return lasting('it is empty');
  if (isStandIn(headers)) {
    return { outcome: 'failed', reason: 'another picture was sent in its place', isTemporary: true };
  }
  const picture = await readPicture(bytes);
  if (!picture) return lasting('it is no picture that could be decoded, or breaks off');
  const { width = String(picture.width), height = String(picture.height) } = declared;
  if (width !== String(picture.width) || height !== String(picture.height)) {
    return lasting(`it is ${picture.width}×${picture.height}, and its page says ${width}×${height}`);
  }
  return { outcome: 'warmed', byteLength: bytes.length, elapsedMs, notes: notesOf(answer) };
}

function lasting(reason: string): Failure {
  return { outcome: 'failed', reason, isTemporary: false };
}

/** Cardstock's own headers, as http/headers.ts writes them. */
function notesOf({ headers }: WebAnswer): string[] {
  const glyphs = headers['cardstock-missing-glyphs'];
  const fonts = headers['cardstock-missing-fonts'];
  const images = headers['cardstock-missing-images'];
  return [
    ...(fonts ? [`no template declares its fonts ${String(fonts)}`] : []),
    ...(glyphs ? [`no font can draw ${String(glyphs)}`] : []),
    ...(images ? [`it is without its pictures (${String(images)}) and will be made anew in a minute`] : []),
  ];
}
