import { variants } from '../../card/variants.ts';
import type { Cardstock } from '../../cardstock.ts';
import type { Config } from '../../config.ts';
import { S3Connection } from '../../serve/cache/stores/s3-connection.ts';
import { readS3Place } from '../../serve/cache/stores/s3-place.ts';
import { draw } from '../../serve/fallback/draw.ts';
import type { Answer } from '../../serve/http/answer.ts';
import { commonHeaders, fallbackCached } from '../../serve/http/headers.ts';
import { defaultPicturePath } from '../edge/names.ts';

/** A deployment has time, and no use for half of itself. */
const placeMs = 10_000;

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

/** Puts it where CloudFront looks for it, in the place of an older one; nowhere without a bucket. */
export async function placeDefaultPicture(
  { body, headers }: Awaited<ReturnType<typeof defaultPicture>>,
  { store, s3Endpoint }: Pick<Config, 'store' | 's3Endpoint'>,
): Promise<void> {
  const place = readS3Place(store);
  if (!place) return;
  const object = {
    Bucket: place.bucket,
    Key: place.prefix + defaultPicturePath.slice(1),
    Body: body,
    ContentType: headers['content-type'],
    CacheControl: headers['cache-control'],
  };
  const connection = new S3Connection({ endpoint: s3Endpoint, timeoutMs: placeMs });
  await connection.call((s3, options) => s3.putObject(object, options));
}
