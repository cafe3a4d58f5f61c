import { CloudinaryCdn, type CloudinaryCdnSettings } from '../../cloudinary/cloudinary-cdn.ts';
import type { CloudinarySettings } from '../../cloudinary/settings.ts';
import type { ServeSettings } from '../../settings.ts';
import type { CacheSettings } from '../settings.ts';
import type { Cdn } from './cdn.ts';
import { CloudFrontCdn } from './cloudfront-cdn.ts';
import { NetlifyCdn } from './netlify-cdn.ts';

export type CdnSettings = Pick<CacheSettings, 'netlifyCdn' | 'cloudfrontDistribution'> &
  Pick<CloudinarySettings, 'cloudinary'> &
  Pick<ServeSettings, 'cardsUrl'> &
  CloudinaryCdnSettings;

/** Every CDN that the settings tell of. Nothing is asked of them yet. */
export function openCdns(settings: CdnSettings): Cdn[] {
  const { netlifyCdn, cloudfrontDistribution, cloudinary, cardsUrl, basePath } = settings;
  const base = cardsUrl ? '' : basePath; // a CDN with a name of its own has cards at its root
  return [
    ...(netlifyCdn ? [new NetlifyCdn(netlifyCdn)] : []),
    ...(cloudfrontDistribution ? [new CloudFrontCdn(cloudfrontDistribution, base)] : []),
    ...(cloudinary ? [new CloudinaryCdn(cloudinary, settings)] : []),
  ];
}
