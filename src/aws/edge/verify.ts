import crypto from 'crypto';

/** What a query says, and what of it was signed. */
export interface Given {
  /** In seconds since 1970; 0 for never. */
  readonly expiresAt: number;
  readonly signature: string;
  readonly signedPart: string;
}

const signatureLength = 64;
const maxDigits = 12;

/**
 * The query of a sealed URL: `sig=…`, or `exp=…&sig=…`, in this one spelling. Checked letter by
 * letter: an expression that backtracks is an attack on whoever pays by the millisecond.
 */
export function readQuery(uri: string, query: string): Given | undefined {
  const hasDate = query.startsWith('exp=');
  const end = hasDate ? query.indexOf('&') : -1;
  const date = hasDate ? query.slice(4, Math.max(end, 4)) : '';
  const rest = query.slice(end + 1);
  const signature = rest.slice(4);
  if (hasDate && !isDate(date)) return undefined;
  if (!rest.startsWith('sig=') || signature.length !== signatureLength) return undefined;
  if (!consistsOf(signature, isHex)) return undefined;
  return { expiresAt: Number(date), signature, signedPart: hasDate ? uri + '?exp=' + date : uri };
}

/** Every secret is tried and every letter compared, so that a near miss takes as long as nonsense. */
export function isSigned(given: Given, secrets: string): boolean {
  let fits = false;
  secrets.split(',').forEach((listed) => {
    const secret = listed.trim();
    if (secret === '') return;
    const right = crypto.createHmac('sha256', secret).update(given.signedPart).digest('hex');
    if (isSame(right, given.signature)) fits = true;
  });
  return fits;
}

export function sha256(text: string): string {
  return crypto.createHash('sha256').update(text).digest('hex');
}

/** `<payload>.<ext>` and nothing else. */
export function isSealedName(name: string): boolean {
  const dot = name.indexOf('.');
  const extension = name.slice(dot + 1);
  if (extension !== 'jpg' && extension !== 'png' && extension !== 'webp') return false;
  return dot > 0 && consistsOf(name.slice(0, dot), isPayload);
}

function isDate(text: string): boolean {
  return text.length > 0 && text.length <= maxDigits && text[0] !== '0' && consistsOf(text, isDigit);
}

function isSame(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at++) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}

function consistsOf(text: string, isRight: (code: number) => boolean): boolean {
  for (let at = 0; at < text.length; at++) if (!isRight(text.charCodeAt(at))) return false;
  return true;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isHex(code: number): boolean {
  return isDigit(code) || (code >= 97 && code <= 102);
}

/** The alphabet of base64url. */
function isPayload(code: number): boolean {
  return (
    isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 45 || code === 95
  );
}
