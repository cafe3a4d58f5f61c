/** Of a CloudFormation template, what the stand-in reads. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

export interface Resource {
  readonly Type: string;
  readonly Properties: object;
}

/** A place in a template that names another. */
export type Reference = { readonly Ref: string } | { readonly 'Fn::GetAtt': readonly [string, string] };

export interface DistributionConfig {
  readonly DefaultCacheBehavior: CacheBehavior;
  readonly CacheBehaviors?: readonly (CacheBehavior & { readonly PathPattern: string })[];
  readonly CustomErrorResponses?: readonly CustomErrorResponse[];
  readonly Origins: readonly OriginConfig[];
  readonly OriginGroups?: { readonly Items: readonly OriginGroup[] };
}

export interface CacheBehavior {
  readonly AllowedMethods?: readonly string[];
  readonly CachePolicyId: string | Reference;
  readonly FunctionAssociations?: readonly { readonly EventType: string; readonly FunctionARN: Reference }[];
  readonly OriginRequestPolicyId?: string | Reference;
  readonly ResponseHeadersPolicyId?: string | Reference;
  readonly TargetOriginId: string;
}

export interface CustomErrorResponse {
  readonly ErrorCode: number;
  readonly ErrorCachingMinTTL?: number;
  readonly ResponseCode?: number;
  readonly ResponsePagePath?: string;
}

export interface OriginConfig {
  readonly Id: string;
  readonly OriginAccessControlId?: Reference;
  readonly OriginPath?: string;
  readonly OriginShield?: { readonly Enabled: boolean };
  readonly S3OriginConfig?: object;
}

export interface OriginGroup {
  readonly Id: string;
  readonly FailoverCriteria: { readonly StatusCodes: { readonly Items: readonly number[] } };
  readonly Members: { readonly Items: readonly { readonly OriginId: string }[] };
}

export interface OriginAccessControl {
  readonly OriginAccessControlConfig: {
    readonly OriginAccessControlOriginType: string;
    readonly SigningBehavior: string;
    readonly SigningProtocol: string;
  };
}

/** Which query strings, or which headers. */
export interface Selection {
  readonly QueryStringBehavior?: string;
  readonly QueryStrings?: readonly string[];
  readonly HeaderBehavior?: string;
  readonly Headers?: readonly string[];
}

export interface CachePolicyResource {
  readonly CachePolicyConfig: {
    readonly DefaultTTL: number;
    readonly MaxTTL: number;
    readonly MinTTL: number;
    readonly ParametersInCacheKeyAndForwardedToOrigin: {
      readonly CookiesConfig: { readonly CookieBehavior: string };
      readonly HeadersConfig: Selection;
      readonly QueryStringsConfig: Selection;
    };
  };
}

export interface OriginRequestPolicyResource {
  readonly OriginRequestPolicyConfig: {
    readonly HeadersConfig: Selection;
    readonly QueryStringsConfig: Selection;
  };
}

export interface ResponseHeadersPolicyResource {
  readonly ResponseHeadersPolicyConfig: {
    readonly CustomHeadersConfig?: {
      readonly Items: readonly { readonly Header: string; readonly Value: string }[];
    };
    readonly SecurityHeadersConfig?: {
      readonly ContentTypeOptions?: object;
      readonly StrictTransportSecurity?: { readonly AccessControlMaxAgeSec: number };
    };
  };
}

/** The properties of what a reference leads to. */
export function follow<Properties>(reference: unknown, { Resources }: Template): Properties | undefined {
  const { Ref, 'Fn::GetAtt': attribute } = (reference ?? {}) as Partial<{
    Ref: string;
    'Fn::GetAtt': readonly [string, string];
  }>;
  return Resources[Ref ?? attribute?.[0] ?? '']?.Properties as Properties | undefined;
}
