import { createHash } from 'node:crypto';
import { InvalidParameterError } from '../../errors.ts';
import { pictureName } from './picture-key.ts';
import type { Subject } from './subject.ts';

/** On every card and picture of ours, so that all of them can be purged and nothing else of a site. */
export const commonTag = 'cardstock';

/** The headers that tags come in from here, and from S3, which has names of its own. */
export const tagHeader = 'cache-tag';
export const tagHeaderOfS3 = `x-amz-meta-${tagHeader}`;

/** On every picture of the site's own. */
const pictureTag = 'img';

/** CDNs take tags of 1,024 characters, and headers of a few thousand. */
const longestName = 200;

/** As `imageTag` and `pictureName` shorten what is too long. */
const hashed = /^(?:[\da-f]{64}|~[\w-]{22})$/;

/** By what an image can be purged from a CDN: as `Netlify-Cache-Tag` and `Cache-Tag` carry it. */
export function tagsOf({ template, image, variant }: Subject): string[] {
  return [
    commonTag,
    ...(template === undefined ? [] : [templateTag(template)]),
    ...(image === undefined ? [] : [pictureTag, imageTag(image)]),
    ...(variant === undefined ? [] : [variantTag(variant)]),
  ];
}

/** What a tag is of, as far as it tells: a name that is too long stands in it as a hash. */
export function subjectOfTag(tag: string): Subject {
  const [, kind, name = ''] = /^(template|variant|image)-(.+)$/s.exec(tag) ?? [];
  if (kind === undefined) return {};
  if (kind !== 'image') return { [kind]: name };
  return hashed.test(name) ? {} : { image: decoded(name) };
}

/** Whether nothing but pictures of the site's own carries it. */
export function isOfPictures(tag: string): boolean {
  return tag === pictureTag || tag.startsWith(imageTag(''));
}

/** @throws {InvalidParameterError} nothing of ours could carry it. */
export function checkTag(tag: string): void {
  if (tag === commonTag || tag === pictureTag || /^(?:template|variant|image)-./.test(tag)) return;
  const valid = [commonTag, pictureTag, templateTag('<name>'), variantTag('<name>'), 'image-<path>'];
  throw new InvalidParameterError('tag', `"${tag}" is none of ours`, valid);
}

export function templateTag(template: string): string {
  return `template-${template}`;
}

export function variantTag(variant: string): string {
  return `variant-${variant}`;
}

/** Paths may hold commas and any script, headers neither. */
export function imageTag(path: string): string {
  const plain = encodeURIComponent(pictureName(path)).replaceAll('%2F', '/');
  return `image-${plain.length <= longestName ? plain : createHash('sha256').update(plain).digest('hex')}`;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // none of ours
  }
}
