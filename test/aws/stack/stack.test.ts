import { App, Validations } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CardstockStack, type CardstockStackProps } from '../../../src/aws/index.ts';
import { makeFolder } from '../../support/folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'cardstock-stack-'));
afterAll(() => rmSync(folder, { recursive: true }));
const openApp = () => new App({ outdir: mkdtempSync(join(folder, 'cdk.out-')) });

const renderer = join(folder, 'renderer');
mkdirSync(renderer);
writeFileSync(join(renderer, 'index.mjs'), 'export const handler = () => {};');

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
}

function synthesize(props: CardstockStackProps = {}) {
  const app = openApp();
  const stack = new CardstockStack(app, 'Cards', { renderer, ...props });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { app, template: Template.fromStack(stack) };
}

const { template } = synthesize();
const resources = Object.values(template.toJSON()['Resources'] as Record<string, Resource>);
const ofType = (type: string) => resources.filter(({ Type }) => Type === type);
const distributionWith = (config: object) =>
  template.hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: Match.objectLike(config),
  });
const behaviorWith = (behavior: object) =>
  distributionWith({ DefaultCacheBehavior: Match.objectLike(behavior) });

describe('pictures of the site', () => {
  it('are asked of the renderer alone, by path, version, signature and three kinds of browsers', () => {
    const { template: others } = synthesize({ originals: 's3://photos/originals' });
    others.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: Match.objectLike({
        CacheBehaviors: Match.arrayWith([
          Match.objectLike({ PathPattern: '/img/*', AllowedMethods: ['GET', 'HEAD'] }),
        ]),
      }),
    });
    others.hasResourceProperties('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: {
        ParametersInCacheKeyAndForwardedToOrigin: {
          HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['accept'] },
          QueryStringsConfig: { QueryStringBehavior: 'whitelist', QueryStrings: ['v', 'exp', 'sig'] },
        },
      },
    });
    others.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::photos/originals/*' }),
        ]),
      },
    });
    others.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ OG_PICTURES: 's3://photos/originals' }) },
    });
  });

  it('are administrated through CloudFront, which keeps nothing of it and hands all of it on', () => {
    const { template: others } = synthesize({ originals: 's3://photos/originals' });
    const led = (PathPattern: string) =>
      Match.objectLike({
        PathPattern,
        AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
        ViewerProtocolPolicy: 'https-only',
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad', // CachingDisabled
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac', // AllViewerExceptHostHeader
        FunctionAssociations: [Match.objectLike({ EventType: 'viewer-request' })],
      });
    others.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: Match.objectLike({
        CacheBehaviors: Match.arrayWith([led('/api/pictures'), led('/api/pictures/*')]),
      }),
    });
    distributionWith({ CacheBehaviors: Match.absent() });
  });

  it.each([
    [{}, ['s3:GetObject']],
    [{ administrators: true }, ['s3:GetObject', 's3:PutObject', 's3:DeleteObject']],
    [{ environment: { OG_ADMIN_JWT: '{}' } }, ['s3:GetObject', 's3:PutObject', 's3:DeleteObject']],
  ])('may be written where there are administrators: %j', (wish, actions) => {
    const { template: others } = synthesize({ originals: 's3://photos/originals', ...wish });
    const [Action] = [actions.length === 1 ? actions[0] : actions];
    others.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Action, Resource: 'arn:aws:s3:::photos/originals/*' }),
        ]),
      },
    });
  });

  it('that are private are signed with a secret that stands in no environment', () => {
    const { template: others, app } = synthesize({
      originals: 's3://photos/originals',
      administrators: true,
      firewall: true,
    });
    const text = JSON.stringify(others.toJSON());
    expect(text).toContain(String.raw`{\"OG_SECRETS\":\"`);
    expect(text).toContain(String.raw`\",\"OG_ADMIN_TOKEN\":\"`);
    expect(text).not.toMatch(/"OG_(?:SECRETS|ADMIN_TOKEN)":/);
    others.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
            Resource: Match.anyValue(),
          }),
          Match.objectLike({ Resource: 'arn:aws:s3:::photos/originals/*' }),
        ]),
      },
    });
    others.hasOutput('AdminTokenArn', {});
    expect(() => app.synth({ force: true })).not.toThrow(); // cdk-nag finds no fault with it
  });

  it('pass the firewall where they are uploaded, and no other body does', () => {
    const { template: others } = synthesize({ originals: 's3://photos', firewall: true });
    const lists = Object.values(others.findResources('AWS::WAFv2::WebACL'));
    const { Rules } = lists[0]!['Properties'] as { Rules: { Name: string; Statement: object }[] };
    expect(Rules.find(({ Name }) => Name === 'Body')!.Statement).toMatchObject({
      AndStatement: {
        Statements: [
          {
            NotStatement: {
              Statement: {
                ByteMatchStatement: {
                  SearchString: '/api/pictures/',
                  PositionalConstraint: 'STARTS_WITH',
                  FieldToMatch: { UriPath: {} },
                },
              },
            },
          },
          { SizeConstraintStatement: { FieldToMatch: { Body: {} }, Size: 0 } },
        ],
      },
    });
  });

  it('must lie in a bucket', () => {
    expect(() => synthesize({ originals: './pictures' })).toThrow('s3://bucket/prefix');
  });
});

describe('CloudFront', () => {
  it('is asked by HTTPS alone, with HTTP/2, HTTP/3 and IPv6, and compresses no pictures', () => {
    distributionWith({ HttpVersion: 'http2and3', IPV6Enabled: true });
    behaviorWith({ ViewerProtocolPolicy: 'https-only', Compress: false });
  });

  it('reads the tags by which cards are purged where objects of the bucket carry them', () => {
    distributionWith({ CacheTagConfig: { HeaderName: 'x-amz-meta-cache-tag' } });
  });

  it('takes GET and HEAD alone', () => {
    behaviorWith({ AllowedMethods: ['GET', 'HEAD'], CachedMethods: ['GET', 'HEAD'] });
  });

  it('knows a picture by its path alone, and hands on what the edge function leaves', () => {
    template.hasResourceProperties('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: {
        MinTTL: 0,
        MaxTTL: 31_536_000,
        ParametersInCacheKeyAndForwardedToOrigin: {
          EnableAcceptEncodingBrotli: false,
          EnableAcceptEncodingGzip: false,
          CookiesConfig: { CookieBehavior: 'none' },
          HeadersConfig: { HeaderBehavior: 'none' },
          QueryStringsConfig: { QueryStringBehavior: 'none' },
        },
      },
    });
    template.hasResourceProperties('AWS::CloudFront::OriginRequestPolicy', {
      OriginRequestPolicyConfig: {
        CookiesConfig: { CookieBehavior: 'none' },
        HeadersConfig: { HeaderBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'whitelist', QueryStrings: ['x-card'] },
      },
    });
  });

  it('asks the bucket first, and the renderer for what the bucket has not got, may not give or cannot', () => {
    const [distribution] = ofType('AWS::CloudFront::Distribution');
    const { Origins, OriginGroups, DefaultCacheBehavior } = distribution!.Properties[
      'DistributionConfig'
    ] as {
      Origins: { Id: string; S3OriginConfig?: object; CustomOriginConfig?: object; OriginShield: object }[];
      OriginGroups: { Items: [{ Id: string; Members: { Items: { OriginId: string }[] } }] };
      DefaultCacheBehavior: { TargetOriginId: string };
    };
    const [group] = OriginGroups.Items;
    expect(DefaultCacheBehavior.TargetOriginId).toBe(group.Id);
    const inOrder = group.Members.Items.map(({ OriginId }) => Origins.find(({ Id }) => Id === OriginId)!);
    expect(inOrder.map((origin) => (origin.S3OriginConfig ? 'bucket' : 'renderer'))).toEqual([
      'bucket',
      'renderer',
    ]);
    expect(group).toMatchObject({
      FailoverCriteria: { StatusCodes: { Items: [403, 404, 500, 502, 503, 504] } },
    });
    for (const { OriginShield } of Origins) expect(OriginShield).toMatchObject({ Enabled: true });
  });

  it('signs for both of them, which take nobody else', () => {
    const configs = ofType('AWS::CloudFront::OriginAccessControl').map(
      ({ Properties }) => Properties['OriginAccessControlConfig'],
    );
    expect(configs).toHaveLength(2);
    for (const type of ['s3', 'lambda'])
      expect(configs).toContainEqual(
        expect.objectContaining({
          OriginAccessControlOriginType: type,
          SigningBehavior: 'always',
          SigningProtocol: 'sigv4',
        }),
      );
    const [distribution] = ofType('AWS::CloudFront::Distribution');
    const { Origins } = distribution!.Properties['DistributionConfig'] as { Origins: object[] };
    for (const origin of Origins) expect(origin).toHaveProperty('OriginAccessControlId');
  });

  it('shows the default picture for a minute where there is an error', () => {
    distributionWith({
      CustomErrorResponses: [404, 500, 502, 503, 504].map((ErrorCode) => ({
        ErrorCode,
        ErrorCachingMinTTL: 60,
        ResponseCode: 200,
        ResponsePagePath: '/default.jpg',
      })),
    });
  });

  it('logs who comes, and says that pictures are pictures', () => {
    distributionWith({ Logging: Match.objectLike({ Prefix: 'cloudfront/' }) });
    template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: Match.objectLike({
        SecurityHeadersConfig: { ContentTypeOptions: { Override: true } },
      }),
    });
  });

  it('has a domain of its own with TLS 1.2 and newer, and HSTS, where it is told', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/1';
    const own = synthesize({ domain: { names: ['cards.example.com'], certificateArn }, hsts: true });
    own.template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: Match.objectLike({
        Aliases: ['cards.example.com'],
        ViewerCertificate: {
          AcmCertificateArn: certificateArn,
          MinimumProtocolVersion: 'TLSv1.2_2021',
          SslSupportMethod: 'sni-only',
        },
      }),
    });
    own.template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: Match.objectLike({
        SecurityHeadersConfig: Match.objectLike({
          StrictTransportSecurity: Match.objectLike({ AccessControlMaxAgeSec: 31_536_000 }),
        }),
      }),
    });
  });
});

describe('the edge function', () => {
  it('runs before every cache, in runtime 2.0, with a store of its own', () => {
    template.hasResourceProperties('AWS::CloudFront::Function', {
      FunctionCode: Match.stringLikeRegexp('async function handler\\(event\\)'),
      FunctionConfig: Match.objectLike({
        Runtime: 'cloudfront-js-2.0',
        KeyValueStoreAssociations: [{ KeyValueStoreARN: Match.anyValue() }],
      }),
    });
    behaviorWith({ FunctionAssociations: [Match.objectLike({ EventType: 'viewer-request' })] });
  });

  it('gets its secrets from where people keep them, when it is deployed and every quarter of an hour', () => {
    template.hasResourceProperties('AWS::SecretsManager::Secret', {
      GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true },
    });
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: Match.objectLike({
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: ['cloudfront-keyvaluestore:DescribeKeyValueStore', 'cloudfront-keyvaluestore:UpdateKeys'],
          }),
        ]),
      }),
    });
    template.hasResourceProperties('AWS::Events::Rule', { ScheduleExpression: 'rate(15 minutes)' });
    template.resourceCountIs('Custom::Trigger', 2);
    expect(JSON.stringify(template.toJSON())).not.toContain('OG_SECRETS"');
  });
});

describe('the bucket', () => {
  it.each([
    [
      'lets no stranger in',
      {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      },
    ],
    [
      'is encrypted',
      {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
      },
    ],
    ['keeps what was replaced', { VersioningConfiguration: { Status: 'Enabled' } }],
    ['logs who reads it', { LoggingConfiguration: Match.objectLike({ LogFilePrefix: 'bucket/' }) }],
    [
      'lets pictures go after a time',
      {
        LifecycleConfiguration: {
          Rules: Match.arrayWith([
            Match.objectLike({ Prefix: 'og/', ExpirationInDays: 400 }),
            Match.objectLike({ NoncurrentVersionExpiration: { NoncurrentDays: 7 } }),
            Match.objectLike({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } }),
          ]),
        },
      },
    ],
  ])('%s', (_what, properties) => {
    const kept = { VersioningConfiguration: { Status: 'Enabled' }, ...properties };
    template.hasResourceProperties('AWS::S3::Bucket', kept);
  });

  it('takes TLS 1.2 and newer alone, and gives CloudFront pictures and a list, so that nothing there is a 404', () => {
    const denied = (condition: object) =>
      Match.objectLike({ Effect: 'Deny', Action: 's3:*', Condition: condition });
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: Match.objectLike({
        Statement: Match.arrayWith([
          denied({ Bool: { 'aws:SecureTransport': 'false' } }),
          denied({ NumericLessThan: { 's3:TlsVersion': 1.2 } }),
          Match.objectLike({
            Effect: 'Allow',
            Action: ['s3:GetObject', 's3:ListBucket'],
            Principal: { Service: 'cloudfront.amazonaws.com' },
            Condition: { StringEquals: { 'AWS:SourceArn': Match.anyValue() } },
          }),
        ]),
      }),
    });
  });
});

describe('the renderer', () => {
  it('is Node 24 on x64 with a core, traced, and of a number that may be paid for', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['x86_64'],
      MemorySize: 1769,
      Timeout: 30,
      Handler: 'index.handler',
      EphemeralStorage: { Size: 1024 },
      ReservedConcurrentExecutions: 10,
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: Match.objectLike({ LogFormat: 'JSON' }),
      Environment: {
        Variables: Match.objectLike({ OG_ALLOW_UNSIGNED: 'true', CARDSTOCK_SERVICE: 'Cards' }),
      },
    });
  });

  it('is called by CloudFront alone, by both of the permissions that this takes', () => {
    template.hasResourceProperties('AWS::Lambda::Url', { AuthType: 'AWS_IAM' });
    const permissions = ofType('AWS::Lambda::Permission')
      .map(({ Properties }) => Properties)
      .filter(({ Principal }) => Principal === 'cloudfront.amazonaws.com');
    expect(permissions.map(({ Action }) => Action).sort()).toEqual([
      'lambda:InvokeFunction',
      'lambda:InvokeFunctionUrl',
    ]);
    for (const permission of permissions) expect(permission).toHaveProperty('SourceArn');
    expect(permissions).toContainEqual(
      expect.objectContaining({ Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true }),
    );
  });

  it('reserves no renderers in an account that has too few, and takes settings', () => {
    const small = synthesize({ reservedConcurrency: 0, environment: { OG_FALLBACK: '{}' } }).template;
    small.hasResourceProperties('AWS::Lambda::Function', {
      MemorySize: 1769,
      ReservedConcurrentExecutions: Match.absent(),
      Environment: { Variables: Match.objectLike({ OG_FALLBACK: '{}' }) },
    });
  });

  it('must have been built before', () => {
    expect(() => synthesize({ renderer: makeFolder({}) })).toThrow(/cardstock aws build/);
  });
});

describe('what somebody should know', () => {
  it('is an alarm each, all to one topic, and a dashboard', () => {
    const alarms = ofType('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
    expect(alarms.map(({ MetricName }) => MetricName).sort()).toEqual(
      [
        ...['4xxErrorRate', '5xxErrorRate', 'CacheHitRate', 'ColdStarts', 'Duration', 'Errors'],
        ...['Failures', 'MissingGlyphs', 'Renders', 'Requests', 'StoreFailures', 'Throttles'],
      ].sort(),
    );
    const topics = new Set(alarms.map(({ AlarmActions }) => JSON.stringify(AlarmActions)));
    expect(topics.size).toBe(1);
    expect(alarms).toContainEqual(
      expect.objectContaining({ MetricName: 'Duration', ExtendedStatistic: 'p95', Threshold: 10_000 }),
    );
    template.resourceCountIs('AWS::SNS::Topic', 1);
    template.resourceCountIs('AWS::CloudWatch::Dashboard', 1);
    template.resourceCountIs('AWS::CloudFront::MonitoringSubscription', 1);
  });

  it('may be told by alarms of this account alone, and over TLS', () => {
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: [
          { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
          {
            Effect: 'Allow',
            Action: 'sns:Publish',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          },
        ],
      },
    });
  });

  it('reaches whoever has given an address', () => {
    synthesize({ alarmEmail: 'on-call@example.com' }).template.hasResourceProperties(
      'AWS::SNS::Subscription',
      { Protocol: 'email', Endpoint: 'on-call@example.com' },
    );
  });
});

describe('the firewall', () => {
  const guarded = synthesize({ firewall: { requestsPerFiveMinutes: 500 } });

  it('is not there until somebody asks', () => {
    template.resourceCountIs('AWS::WAFv2::WebACL', 0);
  });

  it('knows bad addresses and bad input, counts, and takes neither bodies nor long paths', () => {
    const { Rules } = Object.values(guarded.template.findResources('AWS::WAFv2::WebACL'))[0]![
      'Properties'
    ] as { Rules: { Name: string; Priority: number; Statement: object }[] };
    expect(Rules.map(({ Name }) => Name)).toEqual([
      'AWSManagedRulesAmazonIpReputationList',
      'AWSManagedRulesKnownBadInputsRuleSet',
      'TooMany',
      'Body',
      'LongPath',
    ]);
    expect(Rules.map(({ Priority }) => Priority)).toEqual([0, 1, 2, 3, 4]);
    expect(Rules[2]!.Statement).toMatchObject({ RateBasedStatement: { Limit: 500 } });
    expect(Rules[3]!.Statement).toMatchObject({
      SizeConstraintStatement: { FieldToMatch: { Body: {} }, Size: 0, ComparisonOperator: 'GT' },
    });
    expect(Rules[4]!.Statement).toMatchObject({
      SizeConstraintStatement: { FieldToMatch: { UriPath: {} }, Size: 8_192, ComparisonOperator: 'GT' },
    });
  });

  it('logs what it does, without the signatures, and stands before CloudFront', () => {
    guarded.template.hasResourceProperties('AWS::WAFv2::LoggingConfiguration', {
      RedactedFields: [{ QueryString: {} }],
    });
    guarded.template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: Match.objectLike({ WebACLId: Match.anyValue() }),
    });
  });
});

describe('who may do what', () => {
  it('is nothing that cdk-nag finds fault with, but for the reasons that are given', () => {
    const { app } = synthesize({ firewall: true, alarmEmail: 'on-call@example.com' });
    expect(() => app.synth({ force: true })).not.toThrow();
  });

  it('is found fault with where there is no reason', () => {
    const app = openApp();
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    new Bucket(new CardstockStack(app, 'Cards', { renderer }), 'Open');
    expect(() => app.synth()).toThrow(/AwsSolutions-S1'/);
  });

  it('names its resources: stars stand for names of cards, and for what has no resources', () => {
    const statements = ofType('AWS::IAM::Policy').flatMap(
      ({ Properties }) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement,
    );
    expect(statements.length).toBeGreaterThan(5);
    for (const { Action, Resource } of statements) {
      expect(JSON.stringify(Action)).not.toContain('*');
      if (Resource === '*') expect(Action).toEqual(['xray:PutTraceSegments', 'xray:PutTelemetryRecords']);
    }
    const managed = ofType('AWS::IAM::Role').filter(
      ({ Properties }) =>
        Properties['ManagedPolicyArns'] && !JSON.stringify(Properties).includes('lambda:InvokeFunction'),
    );
    expect(managed).toEqual([]);
  });
});

it('lives where CloudFront is at home', () => {
  expect(() => synthesize({ env: { region: 'eu-central-1' } })).toThrow(/us-east-1/);
});

interface Statement {
  readonly Action: string | string[];
  readonly Resource: unknown;
}
