import type { ServeSettings } from '../../settings.ts';
import type { PurgeFilter } from '../purge.ts';
import { commonTag, imageTag, templateTag, variantTag } from '../tags.ts';
import type { CdnPurge } from './cdn.ts';

export type PlaceSettings = Pick<ServeSettings, 'paths'>;

/**
 * What a CDN is told of a purge: nothing less than what was removed, for a CDN asks again for
 * what it forgets without need. It cannot tell how old a picture is.
 */
export function purgeOf({ image, template, variant, tag }: PurgeFilter, { paths }: PlaceSettings): CdnPurge {
  const card = [`${paths.sealed}*`, `${paths.card}*`];
  if (image !== undefined)
    return { tags: [imageTag(image)], paths: [`${paths.pictures}${plainStart(image)}*`] };
  if (template !== undefined) return { tags: [templateTag(template)], paths: card };
  const tags = [tag ?? (variant === undefined ? commonTag : variantTag(variant))];
  return { tags, paths: [...card, `${paths.pictures}*`] };
}

/** Without its ending, behind which sizes differ, and up to the first letter that is spelled in more than one way. */
function plainStart(image: string): string {
  return /^[\w./-]*/.exec(image.replace(/\.[^./]+$/, ''))![0];
}
