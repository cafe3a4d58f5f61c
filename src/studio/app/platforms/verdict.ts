import type { FileKind } from '../../../site/doctor/file-kind.ts';
import { type ImageRules, type PlatformName, platforms } from '../../../site/doctor/platforms.ts';
import type { PictureFacts } from '../../protocol.ts';

export interface Verdict {
  readonly text: string;
  readonly isFault: boolean;
}

/** Whether a platform takes a picture, by the figures that `cardstock doctor` judges by. */
export function verdictOf(name: PlatformName, { type, bytes, width, height }: PictureFacts): Verdict {
  const { formats, unsureFormats, maxBytes, heavyBytes, min, large }: ImageRules = platforms[name].image;
  const kind = type.replace('image/', '') as FileKind;
  const weight = maxBytes === undefined ? kilobytes(bytes) : `${kilobytes(bytes)} of ${kilobytes(maxBytes)}`;
  if (!formats.includes(kind)) {
    const isUnsure = unsureFormats.includes(kind);
    return { text: `${kind.toUpperCase()} is ${isUnsure ? 'not always taken' : 'not taken'}`, isFault: true };
  }
  if (maxBytes !== undefined && bytes > maxBytes) return { text: `too heavy: ${weight}`, isFault: true };
  if (min && (width < min.width || height < min.height)) {
    return { text: `too small: ${min.width} × ${min.height} at least`, isFault: true };
  }
  if (large && (width < large.width || height < large.height)) {
    return { text: `shown small: large from ${large.width} pixels`, isFault: true };
  }
  if (heavyBytes !== undefined && bytes > heavyBytes) {
    return { text: `${weight}; some lose it above ${kilobytes(heavyBytes)}`, isFault: true };
  }
  return { text: weight, isFault: false };
}

function kilobytes(bytes: number): string {
  return bytes >= 1_000_000
    ? `${(bytes / 1_000_000).toFixed(1).replace('.0', '')} MB`
    : `${Math.round(bytes / 1000)} kB`;
}
