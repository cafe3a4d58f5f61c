import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A request as it came over the wire, or as it will go. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query as they were sent, escapes and all. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The error codes of AWS for a request that is not signed as it should be. */
export type SignatureFault =
  | 'AccessDenied'
  | 'AuthorizationHeaderMalformed'
  | 'InvalidAccessKeyId'
  | 'RequestTimeTooSkewed'
  | 'SignatureDoesNotMatch'
  | 'XAmzContentSHA256Mismatch';

interface Expectation {
  readonly credentials: readonly Credentials[];
  readonly region: string;
  /** `s3`, or `lambda` for the address of a function. */
  readonly service: string;
  readonly body: Buffer;
  /** In milliseconds since 1970. */
  readonly now: number;
}

interface Authorization {
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: string;
  readonly signature: string;
}

const maxSkewMs = 15 * 60_000;
const mustBeSigned = ['host', 'x-amz-date'];

/** Who signed a request by Signature Version 4, or what is wrong with it. */
export function verify(
  request: SignedRequest,
  { credentials, region, service, body, now }: Expectation,
): { signer: Credentials } | { fault: SignatureFault } {
  const given = request.headers.authorization;
  if (!given) return { fault: 'AccessDenied' };
  const parts = readAuthorization(given);
  const isOurs = parts?.region === region && parts.service === service;
  if (!parts || !isOurs || !coversEnough(request, parts)) return { fault: 'AuthorizationHeaderMalformed' };
  const signer = credentials.find(({ accessKeyId }) => accessKeyId === parts.accessKeyId);
  if (!signer) return { fault: 'InvalidAccessKeyId' };
  const time = String(request.headers['x-amz-date']);
  if (!time.startsWith(parts.date) || !(Math.abs(timeOf(time) - now) <= maxSkewMs))
    return { fault: 'RequestTimeTooSkewed' };
  const expected = signatureOf(request, { ...parts, time, secretAccessKey: signer.secretAccessKey });
  if (!isEqual(expected, parts.signature)) return { fault: 'SignatureDoesNotMatch' };
  return isThisBody(request, body) ? { signer } : { fault: 'XAmzContentSHA256Mismatch' };
}

/** The signature that a request should have. */
export function signatureOf(
  request: SignedRequest,
  terms: Omit<Authorization, 'accessKeyId' | 'signature'> & { time: string; secretAccessKey: string },
): string {
  const { date, region, service, time, signedHeaders, secretAccessKey } = terms;
  const scope = `${date}/${region}/${service}/aws4_request`;
  const canonical = canonicalRequest(request, signedHeaders);
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => hmac(secret, part),
    `AWS4${secretAccessKey}`,
  );
  return hmac(key, toSign).toString('hex');
}

/** S3 signs a path as it is sent; every other service escapes it a second time, which plain paths survive. */
function canonicalRequest({ method, target, headers }: SignedRequest, signedHeaders: string): string {
  const [path = '', query = ''] = target.split('?', 2);
  const values = signedHeaders.split(';').map((name) => {
    const value = String(headers[name] ?? '')
      .trim()
      .replaceAll(/ +/g, ' ');
    return `${name}:${value}\n`;
  });
  const payload = String(headers['x-amz-content-sha256'] ?? sha256(''));
  return [method, path, canonicalQuery(query), values.join(''), signedHeaders, payload].join('\n');
}

function canonicalQuery(query: string): string {
  const pairs = query.split('&').filter((pair) => pair !== '');
  return pairs
    .map((pair) => (pair.includes('=') ? pair : `${pair}=`))
    .sort((one, other) => (one < other ? -1 : 1))
    .join('&');
}

function readAuthorization(header: string): Authorization | undefined {
  const [, accessKeyId, date, region, service, signedHeaders, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      header,
    ) ?? [];
  if (!accessKeyId || !date || !region || !service || !signedHeaders || !signature) return undefined;
  return { accessKeyId, date, region, service, signedHeaders, signature };
}

/** Host, time and every header of Amazon's own must be under the signature. */
function coversEnough({ headers }: SignedRequest, { signedHeaders }: Authorization): boolean {
  const signed = new Set(signedHeaders.split(';'));
  const own = Object.keys(headers).filter((name) => name.startsWith('x-amz-'));
  return [...mustBeSigned, ...own].every((name) => signed.has(name));
}

function isThisBody({ headers }: SignedRequest, body: Buffer): boolean {
  const told = headers['x-amz-content-sha256'];
  return told === 'UNSIGNED-PAYLOAD' || told === sha256(body);
}

/** From `20261128T154312Z`. */
function timeOf(text: string): number {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function isEqual(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one, 'hex'), Buffer.from(other, 'hex'));
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
