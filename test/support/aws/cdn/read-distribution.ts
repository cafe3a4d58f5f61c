import type { Behavior, Distribution, ErrorPage, Origin } from './distribution.ts';
import { readCachePolicy, readRequestPolicy, readResponseHeaders } from './read-policies.ts';
import {
  type CacheBehavior,
  type CustomErrorResponse,
  type DistributionConfig,
  follow,
  type OriginAccessControl,
  type Template,
} from './template.ts';

/**
 * The distribution of a synthesised stack. What the stand-in does not know is an error: a line
 * of the stack that is passed over would be tested by nobody.
 */
export function readDistribution(template: Template): Distribution {
  const found = Object.values(template.Resources).filter(
    ({ Type }) => Type === 'AWS::CloudFront::Distribution',
  );
  if (found.length !== 1) throw new Error(`There are ${found.length} distributions.`);
  const { DistributionConfig: config } = found[0]!.Properties as { DistributionConfig: DistributionConfig };
  const all = [...(config.CacheBehaviors ?? []), { ...config.DefaultCacheBehavior, PathPattern: '*' }];
  return {
    behaviors: all.map((behavior) => readBehavior(behavior, config, template)),
    errorPages: new Map((config.CustomErrorResponses ?? []).map(readErrorPage)),
  };
}

function readBehavior(
  behavior: CacheBehavior & { readonly PathPattern: string },
  config: DistributionConfig,
  template: Template,
): Behavior {
  const target = behavior.TargetOriginId;
  const group = config.OriginGroups?.Items.find(({ Id }) => Id === target);
  const ids = group?.Members.Items.map(({ OriginId }) => OriginId) ?? [target];
  return {
    pathPattern: behavior.PathPattern,
    origins: ids.map((id) => readOrigin(id, config, template)),
    failoverStatuses: group?.FailoverCriteria.StatusCodes.Items ?? [],
    methods: behavior.AllowedMethods ?? ['GET', 'HEAD'],
    cache: readCachePolicy(behavior.CachePolicyId, template),
    forwarded: readRequestPolicy(behavior.OriginRequestPolicyId, template),
    edgeFunction: readFunction(behavior, template),
    responseHeaders: readResponseHeaders(behavior.ResponseHeadersPolicyId, template),
  };
}

function readOrigin(id: string, { Origins }: DistributionConfig, template: Template): Origin {
  const origin = Origins.find(({ Id }) => Id === id);
  if (!origin) throw new Error(`There is no origin ${id}.`);
  const kind = origin.S3OriginConfig ? 's3' : 'lambda';
  const control = follow<OriginAccessControl>(origin.OriginAccessControlId, template);
  const { OriginAccessControlOriginType, SigningBehavior, SigningProtocol } =
    control?.OriginAccessControlConfig ?? {};
  const isSigned =
    OriginAccessControlOriginType === kind && SigningBehavior === 'always' && SigningProtocol === 'sigv4';
  const { OriginPath: path = '', OriginShield: shield } = origin;
  return { id, kind, path, hasShield: shield?.Enabled ?? false, isSigned };
}

function readFunction({ FunctionAssociations = [] }: CacheBehavior, template: Template): string | undefined {
  const [association, ...more] = FunctionAssociations;
  if (!association) return undefined;
  if (more.length > 0 || association.EventType !== 'viewer-request') {
    throw new Error('The stand-in knows functions that see requests of viewers, one a path.');
  }
  return follow<{ FunctionCode: string }>(association.FunctionARN, template)?.FunctionCode;
}

function readErrorPage(error: CustomErrorResponse): [number, ErrorPage] {
  const { ErrorCode, ErrorCachingMinTTL = 10, ResponsePagePath: path, ResponseCode: status } = error;
  return [ErrorCode, { ttlSeconds: ErrorCachingMinTTL, ...(path && { path, status: status ?? ErrorCode }) }];
}
