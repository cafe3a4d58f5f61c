import type { CachePolicy, Parameters } from './distribution.ts';
import {
  type CachePolicyResource,
  follow,
  type OriginRequestPolicyResource,
  type Reference,
  type ResponseHeadersPolicyResource,
  type Selection,
  type Template,
} from './template.ts';

const nothing: Parameters = { queries: [], headers: [] };

/** Amazon's own policies, by their ids, as far as a stack of ours might name them. */
const managedCachePolicies: Readonly<Record<string, CachePolicy>> = {
  '658327ea-f89d-4fab-a63d-7e88639e58f6': managed(1, 86_400, 31_536_000),
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': managed(0, 0, 0),
};
const managedRequestPolicies: Readonly<Record<string, Parameters>> = {
  'b689b0a8-53d0-40ab-baf2-68738e2966ac': { queries: 'all', headers: 'all' },
};

function managed(minTtlSeconds: number, defaultTtlSeconds: number, maxTtlSeconds: number): CachePolicy {
  return { minTtlSeconds, defaultTtlSeconds, maxTtlSeconds, ...nothing };
}

export function readCachePolicy(id: string | Reference, template: Template): CachePolicy {
  if (typeof id === 'string') return known(managedCachePolicies[id], id);
  const { CachePolicyConfig: config } = known(follow<CachePolicyResource>(id, template), id);
  const key = config.ParametersInCacheKeyAndForwardedToOrigin;
  if (key.CookiesConfig.CookieBehavior !== 'none') throw new Error('The stand-in keys nothing by cookies.');
  return {
    minTtlSeconds: config.MinTTL,
    defaultTtlSeconds: config.DefaultTTL,
    maxTtlSeconds: config.MaxTTL,
    ...readParameters(key),
  };
}

export function readRequestPolicy(id: string | Reference | undefined, template: Template): Parameters {
  if (id === undefined) return nothing;
  if (typeof id === 'string') return known(managedRequestPolicies[id], id);
  const found = known(follow<OriginRequestPolicyResource>(id, template), id);
  return readParameters(found.OriginRequestPolicyConfig);
}

export function readResponseHeaders(
  id: string | Reference | undefined,
  template: Template,
): Record<string, string> {
  if (id === undefined) return {};
  const found = known(follow<ResponseHeadersPolicyResource>(id, template), id);
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = found.ResponseHeadersPolicyConfig;
  const strict = security?.StrictTransportSecurity;
  const ours = custom?.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value] as const) ?? [];
  return {
    ...(security?.ContentTypeOptions && { 'x-content-type-options': 'nosniff' }),
    ...(strict && { 'strict-transport-security': `max-age=${strict.AccessControlMaxAgeSec}` }),
    ...Object.fromEntries(ours),
  };
}

function readParameters(config: { QueryStringsConfig: Selection; HeadersConfig: Selection }): Parameters {
  const { QueryStringBehavior, QueryStrings } = config.QueryStringsConfig;
  const { HeaderBehavior, Headers } = config.HeadersConfig;
  return { queries: named(QueryStringBehavior, QueryStrings), headers: named(HeaderBehavior, Headers) };
}

function named(behavior: string | undefined, names: readonly string[] = []): readonly string[] | 'all' {
  if (behavior === 'none') return [];
  if (behavior === 'all') return 'all';
  if (behavior === 'whitelist') return names.map((name) => name.toLowerCase());
  throw new Error(`The stand-in does not know "${behavior}".`);
}

function known<Value>(value: Value | undefined, id: unknown): Value {
  if (value === undefined) throw new Error(`The stand-in does not know the policy ${JSON.stringify(id)}.`);
  return value;
}
