import { UnsignedRequestError } from '../../errors.ts';
import { authorize, type Permit } from '../../serve/http/authorize.ts';
import type { Address } from '../../serve/http/parse.ts';
import type { ServeSettings } from '../../serve/settings.ts';
import type { AskedPicture, Meaning } from './read-address.ts';
import type { PictureRules } from './rules.ts';

type Terms = Pick<ServeSettings, 'secrets' | 'allowUnsigned' | 'production'>;

/**
 * Who may see a picture: decided by its address alone, before anything is looked up. Without a
 * signature only the open ones of its meanings count; one that is given must fit, whatever it is
 * for.
 *
 * @throws {UnsignedRequestError} whatever it means is private.
 * @throws {InvalidSignatureError} the signature is not ours, or not for this URL.
 */
export function authorizePicture(
  address: Address,
  asked: AskedPicture,
  rules: PictureRules,
  { secrets, allowUnsigned, production }: Terms,
): { permit: Permit; allowed: AskedPicture } {
  const terms = { secrets, production, allowUnsigned: true };
  const permit = authorize({ ...address, isExplained: false }, terms);
  if (permit.isSigned || (allowUnsigned && !production)) return { permit, allowed: asked };
  const meanings = asked.meanings.filter((meaning) => !isPrivate(meaning, rules));
  if (meanings.length === 0) throw new UnsignedRequestError();
  return { permit, allowed: { ...asked, meanings } };
}

/** File systems may take `Members/` for `members/`, and one spelling of a letter for another, so we do too. */
export function isPrivate({ base, size }: Meaning, rules: PictureRules): boolean {
  if (rules.publicVariants.includes(size.name)) return false;
  const path = folded(base);
  return rules.requireSignedUrls.some((prefix) => path.startsWith(folded(prefix)));
}

/** Both ways, for some letters are the same in capitals alone: `ſ` and `s`, `ß` and `ss`. */
function folded(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase();
}
