import { Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Figures } from './figures.ts';

const width = 8;

/** Everything that is counted, on one page: who asks, what it costs, and what goes wrong. */
export function showFigures(scope: Construct, figures: Figures): cloudwatch.Dashboard {
  const graph = (title: string, ...left: cloudwatch.IMetric[]) =>
    new cloudwatch.GraphWidget({ title, left, width });
  return new cloudwatch.Dashboard(scope, 'Dashboard', {
    dashboardName: `${Stack.of(scope).stackName}-cards`,
    widgets: [
      [
        graph('Requests', figures.requests),
        graph('Answers that are errors, %', figures.refused, figures.failed),
        graph('From the cache, %', figures.hitRate),
      ],
      [
        graph('Cards made a minute', figures.renders),
        graph('A card, p95 in ms', figures.cardP95, figures.durationP95),
        graph('Renderers started', figures.coldStarts),
      ],
      [
        graph('Failures', figures.errors, figures.failures, figures.throttles),
        graph('Empty boxes', figures.missingGlyphs),
        graph('Troubles with the bucket', figures.storeFailures),
      ],
    ],
  });
}
