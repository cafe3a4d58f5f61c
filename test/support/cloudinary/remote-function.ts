import { createHash } from 'node:crypto';
import { describeImage, type Image, sniff } from './image.ts';
import { ask } from './outgoing.ts';
import { Refusal } from './refusal.ts';

/** What was sent to a remote function. */
export interface FunctionCall {
  readonly url: string;
  readonly method: 'POST';
  /** Names in lower case. */
  readonly headers: Record<string, string>;
  readonly parts: {
    readonly file: { readonly filename: string; readonly contentType: string; readonly bytes: Buffer };
    readonly metadata: Record<string, unknown>;
  };
}

/** The call that hands a carrier to a remote function, and its body. */
export async function prepareCall(
  url: string,
  carrier: Image,
  apiSecret: string,
): Promise<{ call: FunctionCall; body: Buffer }> {
  const { contentType, bytes } = carrier;
  const description = await describeImage(bytes);
  const filename = `carrier.${description.format}`;
  const { width, height, format } = description;
  const metadata = { width, height, format, bytes: bytes.length, current_page: 0 };

  const form = new FormData();
  form.append('file', new File([new Uint8Array(bytes)], filename, { type: contentType }));
  form.append('metadata', JSON.stringify(metadata));
  const encoded = new Response(form);
  const body = Buffer.from(await encoded.arrayBuffer());
  const headers = {
    'content-type': encoded.headers.get('content-type')!,
    'content-length': String(body.length),
    'user-agent': 'Typhoeus - https://github.com/typhoeus/typhoeus',
    ...signatureHeaders(apiSecret),
  };
  const parts = { file: { filename, contentType, bytes }, metadata };
  return { call: { url, method: 'POST', headers, parts }, body };
}

/** That the real one sends these two is documented; what the signature signs is not, so nobody may check it. */
function signatureHeaders(apiSecret: string) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHash('sha1')
    .update(timestamp + apiSecret)
    .digest('hex');
  return { 'x-cld-timestamp': timestamp, 'x-cld-signature': signature };
}

/** Makes the call; an answer that is no image, or not wholly one, is refused. */
export async function callFunction({ url, method, headers }: FunctionCall, body: Buffer): Promise<Image> {
  const answer = await ask(url, { method, headers, body }).catch((error: Error) => {
    throw failed(error.message);
  });
  const contentType = mediaType(answer.headers['content-type']);
  if (answer.status !== 200) throw failed(`status ${answer.status}`);
  if (!contentType.startsWith('image/')) throw failed(`Content-Type ${contentType || 'missing'}`);
  if (answer.headers['content-length'] !== String(answer.body.length)) {
    throw failed(`Content-Length ${answer.headers['content-length'] ?? 'missing'}`);
  }
  if (sniff(answer.body) !== contentType) throw failed(`the body is no ${contentType}`);
  return { bytes: answer.body, contentType };
}

function failed(why: string): Refusal {
  return new Refusal(400, `Remote function failed: ${why}`);
}

/** `image/png` of `Image/PNG; name=x` */
export function mediaType(contentType = ''): string {
  return contentType.split(';', 1)[0]!.trim().toLowerCase();
}
