import { Duration } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { home } from './home.ts';
import { type Renderer, renderSeconds } from './renderer.ts';

const shield = { originShieldRegion: home, originShieldEnabled: true };

/** The bucket has not got it, may not give it, or is not well. */
const leadOn = [403, 404, 500, 502, 503, 504];

/**
 * The bucket first, then the renderer, both signed for by CloudFront. Behind one shield, all
 * regions ask once.
 */
export function originsOf(pictures: s3.Bucket, { url }: Renderer): cloudfront.IOrigin {
  return new origins.OriginGroup({
    primaryOrigin: origins.S3BucketOrigin.withOriginAccessControl(pictures, {
      ...shield,
      // With LIST a missing picture is a 404, and 403 means what it says.
      originAccessLevels: [cloudfront.AccessLevel.READ, cloudfront.AccessLevel.LIST],
      connectionAttempts: 2,
      connectionTimeout: Duration.seconds(2),
    }),
    fallbackOrigin: rendererOrigin(url),
    fallbackStatusCodes: leadOn,
  });
}

export function rendererOrigin(url: Renderer['url']): cloudfront.IOrigin {
  return origins.FunctionUrlOrigin.withOriginAccessControl(url, {
    ...shield,
    readTimeout: Duration.seconds(renderSeconds),
  });
}
