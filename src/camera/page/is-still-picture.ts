import { kindOf } from '../../card/pictures/kinds.ts';

const base64 = /^data:image\/([\w.+-]+);base64,([\w+/-]+={0,2})$/i;
const percentEncoded = /^data:image\/svg\+xml(?:;charset=utf-8|;utf8)?,([\w%.~!*+-]+)$/i;

/** What may move in a drawing, what may hide it, and pictures inside of it. */
const lively =
  /animat|<set\b|<mpath|keyframes|transition|<script|<style|foreignobject|data:|<!(?!--)|<\?xml-|\0/i;

/** Whether a picture in a data URL is the same at any time: one that moves would go on moving from card to card. */
export function isStillPicture(url: string): boolean {
  const [, type, data] = base64.exec(url) ?? [];
  if (type && data) {
    const bytes = Buffer.from(data, 'base64');
    return type.toLowerCase() === 'svg+xml' ? isStillDrawing(bytes.toString('latin1')) : isOneFrame(bytes);
  }
  const [, text] = percentEncoded.exec(url) ?? [];
  return text !== undefined && isStillDrawing(decoded(text));
}

function decoded(text: string): string {
  return text.replaceAll(/%([\da-f]{2})/gi, (_, byte: string) => String.fromCharCode(parseInt(byte, 16)));
}

function isStillDrawing(svg: string): boolean {
  return !lively.test(svg);
}

/** By its bytes, as Chromium tells them: GIF, APNG and WebP may have more than one frame, and AVIF is not read here. */
function isOneFrame(bytes: Buffer): boolean {
  const kind = kindOf(bytes);
  if (kind === 'png') return !bytes.subarray(0, bytes.indexOf('IDAT')).includes('acTL');
  if (kind === 'webp') return bytes.toString('latin1', 12, 16) !== 'VP8X' || (bytes[20]! & 2) === 0;
  return kind === 'jpeg';
}
