import { ImageNotAllowedError } from '../../errors.ts';
import { limitsForOwners, limitsForStrangers } from './limits.ts';

/** The media type and its parameters, which are not believed, and whether what follows is base64. */
const head = /^data:(?:[\w.+-]+\/[\w.+-]+)?(?:;[\w.+-]+=[\w.+-]*)*(;\s*base64)?,/i;

/** Of base64 in either alphabet, with its padding or without. */
const base64 = /^[\w+/-]*={0,2}$/;

/**
 * The bytes of a data URL: base64 in either alphabet and with line breaks, or percent-encoded
 * text, as stylesheets hold SVG.
 *
 * @throws {ImageNotAllowedError} it is no data URL of a picture, or too large.
 */
export function readDataUrl(url: string, { isOwn = false } = {}): Buffer {
  const { maxBytes } = isOwn ? limitsForOwners : limitsForStrangers;
  // In percent-encoding each byte may take three letters.
  if (url.length > maxBytes * (isOwn ? 3 : 4 / 3) + 100) {
    throw new ImageNotAllowedError('its data URL is too long');
  }
  const found = head.exec(url);
  if (!found) throw new ImageNotAllowedError('its data URL is not one of a picture');
  const body = url.slice(found[0].length);
  return found[1] ? decodeBase64(body) : decodePercent(body);
}

function decodePercent(body: string): Buffer {
  const parts = body.split(/%([\da-f]{2})/i); // in turn what stands for itself, and a byte
  return Buffer.concat(parts.map((part, at) => Buffer.from(part, at % 2 === 1 ? 'hex' : 'utf8')));
}

function decodeBase64(body: string): Buffer {
  const text = decodePercent(body)
    .toString('latin1')
    .replaceAll(/[\t\n\f\r ]+/g, '');
  const length = text.replace(/=+$/, '').length;
  // Node skips what is no base64; such a URL was cut or retyped.
  const isPadded = !text.includes('=') || text.length % 4 === 0;
  if (!base64.test(text) || length % 4 === 1 || !isPadded) {
    throw new ImageNotAllowedError('its base64 is damaged');
  }
  return Buffer.from(text, 'base64'); // which reads both alphabets
}
