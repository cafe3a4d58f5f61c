import { createHash } from 'node:crypto';
import type { DeliveryPath } from './delivery-path.ts';

export type SignatureAlgorithm = 'sha1' | 'sha256';

/** How an account wants its URLs and its API calls to be signed. */
export interface Signing {
  readonly apiSecret: string;
  readonly signatureAlgorithm: SignatureAlgorithm;
  /** Refuses the signatures of 8 characters; those of 32 are always taken. */
  readonly longSignatures: boolean;
}

const shortLength = 8;
const longLength = 32;

/** The text between `s--` and `--` of a delivery URL. */
export function deliverySignature(
  toSign: string,
  apiSecret: string,
  algorithm: SignatureAlgorithm,
  length: number,
): string {
  const digest = createHash(algorithm).update(toSign + apiSecret);
  return digest.digest('base64').slice(0, length).replaceAll('/', '_').replaceAll('+', '-');
}

/** The text that a delivery URL's signature signs: without cloud, version and the signature itself. */
export function textToSign({ transformations, source }: DeliveryPath): string {
  return [...transformations, source].join('/');
}

export function isSigned(path: DeliveryPath, signing: Signing): boolean {
  const { signature } = path;
  if (signature === undefined) return false;
  return signable(path).some((text) => signature === expected(text, signature.length, signing));
}

function expected(text: string, length: number, signing: Signing): string | undefined {
  const { apiSecret, signatureAlgorithm, longSignatures } = signing;
  if (length === longLength) return deliverySignature(text, apiSecret, 'sha256', longLength);
  if (length !== shortLength || longSignatures) return undefined;
  return deliverySignature(text, apiSecret, signatureAlgorithm, shortLength);
}

/** The SDK signs what it puts into the URL, except that it escapes a transformation's spaces afterwards. */
function signable(path: DeliveryPath): string[] {
  const transformations = path.transformations.map((one) => one.replaceAll('%20', ' '));
  return [textToSign(path), textToSign({ ...path, transformations })];
}

const unsignedParameters = ['file', 'cloud_name', 'resource_type', 'api_key', 'signature'];

/** The text that the signature of an API call signs (version 2: no `&` inside of a pair). */
export function parametersToSign(parameters: ReadonlyMap<string, string>): string {
  return [...parameters]
    .filter(([name, value]) => value !== '' && !unsignedParameters.includes(name))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`.replaceAll('&', '%26'))
    .join('&');
}

export function apiSignature(toSign: string, { apiSecret, signatureAlgorithm }: Signing): string {
  return createHash(signatureAlgorithm)
    .update(toSign + apiSecret)
    .digest('hex');
}
