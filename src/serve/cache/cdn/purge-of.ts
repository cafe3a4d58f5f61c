import { variantNames } from '../../../card/variants.ts';
import type { ServeSettings } from '../../settings.ts';
import type { PurgeFilter } from '../purge.ts';
import type { Subject } from '../subject.ts';
import { commonTag, imageTag, isOfPictures, subjectOfTag, templateTag, variantTag } from '../tags.ts';
import type { CdnPurge } from './cdn.ts';

export type PlaceSettings = Pick<ServeSettings, 'paths'>;

/**
 * What a CDN is told of a purge: nothing less than what was removed, for a CDN asks again for
 * what it forgets without need. It cannot tell how old a picture is.
 */
export function purgeOf(filter: PurgeFilter, places: PlaceSettings): CdnPurge {
  return { tags: [tagFor(filter)], paths: pathsFor(filter, places) };
}

function tagFor({ image, template, variant, tag }: PurgeFilter): string {
  if (image !== undefined) return imageTag(image);
  if (template !== undefined) return templateTag(template);
  return tag ?? (variant === undefined ? commonTag : variantTag(variant));
}

/** A tag says no more than what it is of. */
function pathsFor({ tag = '', ...filter }: PurgeFilter, { paths }: PlaceSettings): string[] {
  const { image, template, variant } = { ...subjectOfTag(tag), ...definedOf(filter) };
  const [cards, pictures] = [[`${paths.sealed}*`, `${paths.card}*`], paths.pictures];
  if (image !== undefined) return [`${pictures}${plainStart(image)}*`];
  if (template !== undefined) return cards;
  const isCard = variant === undefined || (variantNames as string[]).includes(variant);
  return isOfPictures(tag) || !isCard ? [`${pictures}*`] : [...cards, `${pictures}*`];
}

function definedOf({ image, template, variant }: Subject): Subject {
  return Object.fromEntries(
    Object.entries({ image, template, variant }).filter(([, value]) => value !== undefined),
  );
}

/** Without its ending, behind which sizes differ, and up to the first letter that is spelled in more than one way. */
function plainStart(image: string): string {
  return /^[\w./-]*/.exec(image.replace(/\.[^./]+$/, ''))![0];
}
