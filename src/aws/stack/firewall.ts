import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { limits } from '../../serve/limits.ts';
import { apiPath } from '../../serve/url/paths.ts';
import type { FirewallOptions } from './options.ts';

type Rule = wafv2.CfnWebACL.RuleProperty;
type Statement = wafv2.CfnWebACL.StatementProperty;

const managed = ['AWSManagedRulesAmazonIpReputationList', 'AWSManagedRulesKnownBadInputsRuleSet'];

/** AWS WAF before the edge function: strangers that are known, too many requests, bodies, and long paths. */
export class Firewall extends Construct {
  readonly arn: string;

  constructor(
    scope: Construct,
    id: string,
    { requestsPerFiveMinutes = 2_000, takesUploads }: FirewallOptions & { readonly takesUploads: boolean },
  ) {
    super(scope, id);
    const body = longerThan({ body: { oversizeHandling: 'MATCH' } }, 0);
    const rules = [
      ...managed.map((name) => managedRule(name)),
      blocking('TooMany', { rateBasedStatement: { limit: requestsPerFiveMinutes, aggregateKeyType: 'IP' } }),
      blocking('Body', takesUploads ? elsewhereThan(`${apiPath}/`, body) : body),
      blocking('LongPath', longerThan({ uriPath: {} }, limits.urlBytes)),
    ];
    const list = new wafv2.CfnWebACL(this, 'List', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      rules: rules.map((rule, priority) => ({ ...rule, priority })),
      visibilityConfig: visible('All'),
    });
    this.arn = list.attrArn;
    this.#log(list);
  }

  #log(list: wafv2.CfnWebACL): void {
    const group = new logs.LogGroup(this, 'Log', {
      logGroupName: `aws-waf-logs-${Stack.of(this).stackName}`, // a name that WAF demands
      retention: logs.RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const { account, region, partition } = Stack.of(this);
    new wafv2.CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: list.attrArn,
      logDestinationConfigs: [`arn:${partition}:logs:${region}:${account}:log-group:${group.logGroupName}`],
      redactedFields: [{ queryString: {} }], // the signature is in it
    });
  }
}

function managedRule(name: string): Omit<Rule, 'priority'> {
  return {
    name,
    overrideAction: { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
    visibilityConfig: visible(name),
  };
}

function blocking(name: string, statement: Statement): Omit<Rule, 'priority'> {
  return { name, action: { block: {} }, statement, visibilityConfig: visible(name) };
}

const asItIs = [{ priority: 0, type: 'NONE' }];

function elsewhereThan(searchString: string, statement: Statement): Statement {
  const there = {
    byteMatchStatement: {
      searchString,
      fieldToMatch: { uriPath: {} },
      positionalConstraint: 'STARTS_WITH',
      textTransformations: asItIs,
    },
  };
  return { andStatement: { statements: [{ notStatement: { statement: there } }, statement] } };
}

function longerThan(fieldToMatch: wafv2.CfnWebACL.FieldToMatchProperty, size: number): Statement {
  return {
    sizeConstraintStatement: {
      fieldToMatch,
      comparisonOperator: 'GT',
      size,
      textTransformations: asItIs,
    },
  };
}

function visible(metricName: string): wafv2.CfnWebACL.VisibilityConfigProperty {
  return { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true };
}
