import { variants } from '../../card/variants.ts';
import type { Cardstock } from '../../cardstock.ts';
import { draw } from '../../serve/fallback/draw.ts';
import type { Answer } from '../../serve/http/answer.ts';
import { commonHeaders, fallbackCached } from '../../serve/http/headers.ts';
import { defaultPicturePath } from '../edge/names.ts';

/**
 * What CloudFront shows where there is no card, and while none can be made: the site's own card
 * for bad times, or a drawing that needs no browser. Kept for a minute wherever it passes.
 */
export async function defaultPicture({ config, render }: Pick<Cardstock, 'config' | 'render'>) {
  const { fallback } = config;
  const bytes = fallback
    ? (await render({ ...fallback, format: 'jpeg' })).bytes
    : await draw(variants.og, 'jpeg');
  const headers = { ...commonHeaders, ...fallbackCached, 'content-type': 'image/jpeg' };
  return { status: 200, headers, body: bytes } satisfies Answer;
}

/** Puts it where CloudFront looks for it, in the place of an older one. */
export async function placeDefaultPicture(
  { body, headers }: Awaited<ReturnType<typeof defaultPicture>>,
  bucket: string,
): Promise<void> {
  const { S3 } = await import('@aws-sdk/client-s3');
  await new S3().putObject({
    Bucket: bucket,
    Key: defaultPicturePath.slice(1),
    Body: body,
    ContentType: headers['content-type'],
    CacheControl: headers['cache-control'],
  });
}
