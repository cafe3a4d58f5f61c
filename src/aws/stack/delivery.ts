import { Annotations, Duration, Stack } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import { tagHeaderOfS3 } from '../../serve/cache/tags.ts';
import { apiPath, picturesPath } from '../../serve/url/paths.ts';
import { defaultPicturePath, longNameParameter } from '../edge/names.ts';
import { acknowledge } from './acknowledge.ts';
import type { Buckets } from './buckets.ts';
import type { Edge } from './edge.ts';
import type { CardstockStackProps } from './options.ts';
import { originsOf, rendererOrigin } from './origins.ts';
import type { Renderer } from './renderer.ts';

export interface DeliveryParts {
  readonly buckets: Buckets;
  readonly edge: Edge;
  readonly renderer: Renderer;
  readonly firewallArn?: string | undefined;
}

/**
 * What no origin could answer is one picture, and is asked again a minute later. Not 403: people
 * saw CloudFront put its pages in the place of what a function refuses as well.
 */
const failures = [404, 500, 502, 503, 504];
const failureSeconds = 60;

type SharedBehavior = Omit<cloudfront.BehaviorOptions, 'origin'>;

/** CloudFront: the edge function, then its caches, then the bucket, then the renderer. */
export class Delivery extends Construct {
  readonly distribution: cloudfront.Distribution;

  constructor(scope: Construct, id: string, parts: DeliveryParts, props: CardstockStackProps) {
    super(scope, id);
    const { domain, hsts, originals } = props;
    const shared = this.#shared(parts, hsts ?? false);
    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: `Cards of ${Stack.of(this).stackName}`,
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      enableIpv6: true,
      ...(domain && {
        minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
        domainNames: domain.names,
        certificate: acm.Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
      }),
      ...(parts.firewallArn !== undefined && { webAclId: parts.firewallArn }),
      enableLogging: true,
      logBucket: parts.buckets.logs,
      logFilePrefix: 'cloudfront/',
      publishAdditionalMetrics: true, // the hit rate is one of them
      defaultRootObject: defaultPicturePath.slice(1),
      defaultBehavior: this.#ofCards(shared, parts),
      ...(originals !== undefined && { additionalBehaviors: this.#ofOriginals(shared, parts.renderer) }),
      errorResponses: failures.map((httpStatus) => ({
        httpStatus,
        responseHttpStatus: 200,
        responsePagePath: defaultPicturePath,
        ttl: Duration.seconds(failureSeconds),
      })),
    });
    const { defaultChild } = this.distribution.node;
    (defaultChild as cloudfront.CfnDistribution).addPropertyOverride(
      'DistributionConfig.CacheTagConfig.HeaderName',
      tagHeaderOfS3,
    );
    this.#acknowledge(domain !== undefined);
  }

  #shared({ edge }: DeliveryParts, hsts: boolean): SharedBehavior {
    return {
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_GET_HEAD,
      cachedMethods: cloudfront.CachedMethods.CACHE_GET_HEAD,
      compress: false, // pictures are
      responseHeadersPolicy: this.#headers(hsts),
      functionAssociations: [
        { function: edge.function, eventType: cloudfront.FunctionEventType.VIEWER_REQUEST },
      ],
    };
  }

  #ofCards(shared: SharedBehavior, { buckets, renderer }: DeliveryParts): cloudfront.BehaviorOptions {
    return {
      ...shared,
      origin: originsOf(buckets.pictures, renderer),
      cachePolicy: this.#cachePolicy(),
      originRequestPolicy: new cloudfront.OriginRequestPolicy(this, 'Asked', {
        comment: 'A name that is too long for a key, which the edge function leaves',
        queryStringBehavior: cloudfront.OriginRequestQueryStringBehavior.allowList(longNameParameter),
      }),
    };
  }

  #ofOriginals(shared: SharedBehavior, renderer: Renderer): Record<string, cloudfront.BehaviorOptions> {
    const administration = this.#ofAdministrators(shared, renderer);
    return {
      [`${picturesPath}*`]: this.#ofPictures(shared, renderer),
      [apiPath]: administration,
      [`${apiPath}/*`]: administration,
    };
  }

  /** Asked of the renderer with all that was said, each time; whoever may not is refused there. */
  #ofAdministrators(shared: SharedBehavior, { url }: Renderer): cloudfront.BehaviorOptions {
    return {
      ...shared,
      origin: rendererOrigin(url),
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
      originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
  }

  /** Kept by three kinds of browsers, which the edge function tells apart; the renderer has the store. */
  #ofPictures(shared: SharedBehavior, { url }: Renderer): cloudfront.BehaviorOptions {
    const asked = cloudfront.CacheQueryStringBehavior.allowList('v', 'exp', 'sig');
    return {
      ...shared,
      origin: rendererOrigin(url),
      cachePolicy: new cloudfront.CachePolicy(this, 'Pictures', {
        comment: 'Pictures by their path, their version and what a browser shows',
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(failureSeconds),
        maxTtl: Duration.days(365),
        queryStringBehavior: asked,
        headerBehavior: cloudfront.CacheHeaderBehavior.allowList('accept'),
        cookieBehavior: cloudfront.CacheCookieBehavior.none(),
      }),
    };
  }

  /** The path alone: the edge function has made one of all that ask for one picture. */
  #cachePolicy(): cloudfront.CachePolicy {
    return new cloudfront.CachePolicy(this, 'Path', {
      comment: 'Pictures by their path, for as long as they say',
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(failureSeconds),
      maxTtl: Duration.days(365),
      queryStringBehavior: cloudfront.CacheQueryStringBehavior.none(),
      headerBehavior: cloudfront.CacheHeaderBehavior.none(),
      cookieBehavior: cloudfront.CacheCookieBehavior.none(),
    });
  }

  #headers(hsts: boolean): cloudfront.ResponseHeadersPolicy {
    const strict = { accessControlMaxAge: Duration.days(365), includeSubdomains: false, override: true };
    return new cloudfront.ResponseHeadersPolicy(this, 'Headers', {
      comment: 'A picture is what it says it is',
      securityHeadersBehavior: {
        contentTypeOptions: { override: true },
        ...(hsts && { strictTransportSecurity: strict }),
      },
    });
  }

  #acknowledge(hasDomain: boolean): void {
    Annotations.of(this.distribution).acknowledgeWarning(
      '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      'There is a default root object, and the edge function leads everything else to a picture.',
    );
    acknowledge(this.distribution, {
      CFR1: 'Crawlers of every country come for the pictures of a page that all may read.',
      CFR2: 'A firewall is an option: the edge function lets only signed requests through.',
      ...(!hasDomain && {
        CFR4: "CloudFront's own name takes what CloudFront takes; a domain of one's own takes TLS 1.2 and newer.",
      }),
    });
  }
}
