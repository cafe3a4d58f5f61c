import { InvalidSignatureError, UnsignedRequestError } from '../../errors.ts';
import type { ServeSettings } from '../settings.ts';
import { signerOf } from '../url/signature.ts';
import type { Address } from './parse.ts';

/** What a request may have. */
export interface Permit {
  /** Made by us, so that whatever is wrong with it now is wrong on our side. */
  readonly isSigned: boolean;
  /** In seconds since 1970. */
  readonly expiresAt: number | undefined;
  readonly isExpired: boolean;
}

/**
 * Who may have a card made. Comes before any look at a cache and before any work.
 *
 * A signature must fit wherever one is given; to do without is allowed on a local server,
 * and elsewhere by `OG_ALLOW_UNSIGNED=true` only, which does not go for receipts. The signature is compared with the URL as
 * it was parsed, and the URL must be spelled as it was signed: a second spelling that means
 * the same is refused.
 *
 * @throws {UnsignedRequestError} this server does not take unsigned requests.
 * @throws {InvalidSignatureError} the signature is not ours, or not for this URL.
 */
export function authorize(
  { exp, sig, signedPart, isCanonical, isExplained }: Address,
  { secrets, allowUnsigned, production }: Pick<ServeSettings, 'secrets' | 'allowUnsigned' | 'production'>,
): Permit {
  if (sig === undefined && exp === undefined) {
    if (!allowUnsigned || (isExplained && production)) throw new UnsignedRequestError();
    return { isSigned: false, expiresAt: undefined, isExpired: false };
  }
  const isDate = exp === undefined || /^[1-9]\d{0,11}$/.test(exp);
  const signer = signerOf(signedPart, sig ?? '', secrets);
  if (!isDate || !isCanonical || signer === undefined) throw new InvalidSignatureError();
  const expiresAt = exp === undefined ? undefined : Number(exp);
  return { isSigned: true, expiresAt, isExpired: expiresAt !== undefined && expiresAt * 1000 <= Date.now() };
}
