import { type FileKind, kindOfName, mediaTypes } from '../file-kind.ts';
import type { Picture } from '../picture.ts';
import type { Size } from '../platforms.ts';
import { error, foundImage, info, type Problem, type Rule, type Visit, warning } from './rule.ts';

function* wholeness(visit: Visit): Iterable<Problem> {
  const found = foundImage(visit);
  if (found && !found.isCut && !found.picture) {
    yield error('image-broken', 'The image is no picture that could be decoded, or breaks off.');
  }
}

function* weight(visit: Visit): Iterable<Problem> {
  const found = foundImage(visit);
  if (!found) return;
  const { maxBytes = Infinity, heavyBytes = Infinity } = visit.platform.image;
  const has = `The image has ${found.isCut ? 'more than ' : ''}${kilobytes(found.byteLength)}`;
  if (found.isCut) yield error('image-too-heavy', `${has}, which no platform takes.`);
  else if (found.byteLength > maxBytes) {
    yield error('image-too-heavy', `${has}; up to ${kilobytes(maxBytes)} are taken.`);
  } else if (found.byteLength > heavyBytes) {
    yield warning('image-heavy', `${has}; beyond ${kilobytes(heavyBytes)} it may not be shown.`);
  }
}

function* format(visit: Visit): Iterable<Problem> {
  const kind = foundImage(visit)?.picture?.kind ?? kindOfUnchecked(visit);
  const { formats, unsureFormats } = visit.platform.image;
  if (!kind || formats.includes(kind)) return;
  const name = kind.toUpperCase();
  if (unsureFormats.includes(kind))
    yield warning('image-format-unsure', `The image is ${name}, which may not be shown.`);
  else yield error('image-format', `The image is ${name}, which is not shown.`);
}

/** Where nobody asked for the image, its name may say enough. */
function kindOfUnchecked({ image }: Visit): FileKind | undefined {
  return image?.report.outcome === 'unchecked' ? kindOfName(image.name.replace(/[?#].*$/s, '')) : undefined;
}

function* size(visit: Visit): Iterable<Problem> {
  const shown = sizeOf(foundImage(visit)?.picture);
  if (!shown) return;
  const { image } = visit.platform;
  const is = `The image is ${inPixels(shown)}`;
  if (image.min && isSmaller(shown, image.min)) {
    yield error('image-too-small', `${is}; none is shown below ${asLimit(image.min)}.`);
  } else if (image.large && isSmaller(shown, image.large)) {
    yield warning('image-shown-small', `${is}; it is shown large from ${asLimit(image.large)}.`);
  }
  if (image.max && isSmaller(image.max, shown)) {
    yield error('image-too-large', `${is}; up to ${inPixels(image.max)} are taken.`);
  }
}

/** Half as wide or twice as wide as the frame, and half of the image is gone. */
const tolerance = 1.5;

function* ratio(visit: Visit): Iterable<Problem> {
  const shown = sizeOf(foundImage(visit)?.picture);
  if (!shown) return;
  const { image } = visit.platform;
  const is = `The image is ${inPixels(shown)}`;
  const actual = shown.width / shown.height;
  if (image.maxRatio && actual > image.maxRatio) {
    yield error('image-ratio', `${is}; none wider than ${image.maxRatio}:1 is shown.`);
  }
  if (image.ratio && (actual > image.ratio * tolerance || actual < image.ratio / tolerance)) {
    yield warning('image-ratio', `${is}; it is cropped to ${image.ratio.toFixed(2)}:1.`);
  }
}

function* opacity(visit: Visit): Iterable<Problem> {
  if (foundImage(visit)?.picture?.isOpaque === false) {
    yield info(
      'image-not-opaque',
      'One can see through the image: what is behind it differs from platform to platform.',
    );
  }
}

function* declaredSize(visit: Visit): Iterable<Problem> {
  const declared = visit.declared;
  if (!declared) return;
  const { width, height } = declared;
  if (width === undefined || height === undefined) {
    if (visit.platform.needsSize) {
      const message =
        'og:image:width and og:image:height are not both there: the first card shared has no image.';
      yield warning('size-missing', message);
    }
    return;
  }
  const shown = sizeOf(foundImage(visit)?.picture);
  if (shown && (width.trim() !== String(shown.width) || height.trim() !== String(shown.height))) {
    yield error('size-wrong', `The tags say ${width}×${height}, the image is ${inPixels(shown)}.`);
  }
}

function* declaredType(visit: Visit): Iterable<Problem> {
  const declared = visit.declared?.type?.trim().toLowerCase();
  const kind = foundImage(visit)?.picture?.kind;
  if (declared && kind && declared !== mediaTypes[kind] && !(declared === 'image/jpg' && kind === 'jpeg')) {
    yield warning('type-wrong', `og:image:type says ${declared}, the image is ${mediaTypes[kind]}.`);
  }
}

function sizeOf(picture: Picture | undefined): Size | undefined {
  const { width, height } = picture ?? {};
  return width && height ? { width, height } : undefined;
}

function isSmaller(size: Size, other: Size): boolean {
  return size.width < other.width || size.height < other.height;
}

function inPixels({ width, height }: Size): string {
  return `${width}×${height}`;
}

/** A height of 1 is none that is asked for. */
function asLimit({ width, height }: Size): string {
  return height > 1 ? `${width}×${height}` : `a width of ${width}`;
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}

export const pictureRules: readonly Rule[] = [
  wholeness,
  weight,
  format,
  size,
  ratio,
  opacity,
  declaredSize,
  declaredType,
];
