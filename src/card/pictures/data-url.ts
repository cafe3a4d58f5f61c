import { ImageNotAllowedError } from '../../errors.ts';
import { defaultMaxBytes } from './fetch-image.ts';

const head = /^data:image\/(?:png|jpeg|webp);base64,/i;
const maxLength = 64 + Math.ceil(defaultMaxBytes / 3) * 4;

/**
 * The bytes of a data URL.
 *
 * @throws {ImageNotAllowedError} it is not base64 of a picture, or too large.
 */
export function readDataUrl(url: string): Buffer {
  if (url.length > maxLength) throw new ImageNotAllowedError('its data URL is too long');
  const start = head.exec(url)?.[0];
  if (!start) throw new ImageNotAllowedError('its data URL is not base64 of a PNG, JPEG or WebP');
  const text = url.slice(start.length);
  const bytes = Buffer.from(text, 'base64');
  // Node skips what is no base64; such a URL was cut or retyped.
  if (bytes.toString('base64') !== text) throw new ImageNotAllowedError('its base64 is damaged');
  return bytes;
}
