import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { metricNamespace, type MetricName, serviceDimension } from '../renderer/metric-names.ts';

const period = Duration.minutes(5);

/** Everything that is counted, over five minutes. */
export function figuresOf(distribution: cloudfront.Distribution, renderer: lambda.Function) {
  const delivered = (metricName: string, statistic: string) =>
    new cloudwatch.Metric({
      namespace: 'AWS/CloudFront',
      metricName,
      statistic,
      period,
      dimensionsMap: { DistributionId: distribution.distributionId, Region: 'Global' },
    });
  const counted = (metricName: MetricName, statistic: string, over = period) =>
    new cloudwatch.Metric({
      namespace: metricNamespace,
      metricName,
      statistic,
      period: over,
      dimensionsMap: { [serviceDimension]: Stack.of(renderer).stackName },
    });
  return {
    requests: delivered('Requests', 'Sum'),
    refused: delivered('4xxErrorRate', 'Average'),
    failed: delivered('5xxErrorRate', 'Average'),
    hitRate: delivered('CacheHitRate', 'Average'),
    errors: renderer.metricErrors({ period }),
    throttles: renderer.metricThrottles({ period }),
    durationP95: renderer.metricDuration({ period, statistic: 'p95' }),
    failures: counted('Failures', 'Sum'),
    coldStarts: counted('ColdStarts', 'Sum'),
    renders: counted('Renders', 'Sum', Duration.minutes(1)),
    missingGlyphs: counted('MissingGlyphs', 'Sum'),
    storeFailures: counted('StoreFailures', 'Sum'),
    cardP95: counted('DurationMs', 'p95'),
  };
}

export type Figures = ReturnType<typeof figuresOf>;
