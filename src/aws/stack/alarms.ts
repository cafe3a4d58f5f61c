import { Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Figures } from './figures.ts';
import type { CardstockStackProps } from './options.ts';

interface Threshold {
  readonly figure: keyof Figures;
  readonly above?: number;
  readonly below?: number;
  /** How many periods on end. */
  readonly periods: number;
  readonly says: string;
}

/** What somebody should look at. A figure that nobody sends is no trouble. */
function thresholds({ expectedRequestsPerMinute = 600 }: CardstockStackProps): Threshold[] {
  return [
    {
      figure: 'refused',
      above: 20,
      periods: 3,
      says: 'Requests are refused: a secret may be wrong, or somebody tries',
    },
    { figure: 'failed', above: 1, periods: 2, says: 'CloudFront answers with errors' },
    {
      figure: 'requests',
      above: expectedRequestsPerMinute * 5,
      periods: 1,
      says: 'More requests than expected',
    },
    { figure: 'hitRate', below: 50, periods: 6, says: 'Few pictures come from the cache' },
    { figure: 'errors', above: 0, periods: 1, says: 'The renderer ends with errors' },
    { figure: 'failures', above: 3, periods: 1, says: 'Cards cannot be made' },
    { figure: 'throttles', above: 0, periods: 1, says: 'More cards are asked for than renderers may run' },
    { figure: 'durationP95', above: 10_000, periods: 3, says: 'Cards take more than 10 seconds' },
    { figure: 'coldStarts', above: 100, periods: 3, says: 'Renderers start all the time' },
    {
      figure: 'renders',
      above: expectedRequestsPerMinute,
      periods: 5,
      says: 'More cards are made than are expected to be asked for',
    },
    { figure: 'missingGlyphs', above: 0, periods: 1, says: 'Cards show empty boxes: a font is missing' },
    {
      figure: 'storeFailures',
      above: 0,
      periods: 1,
      says: 'The bucket does not take pictures, or does not give them',
    },
  ];
}

/** One alarm a figure, and one topic for all of them. */
export class Alarms extends Construct {
  readonly topic: sns.Topic;

  constructor(scope: Construct, id: string, figures: Figures, options: CardstockStackProps) {
    super(scope, id);
    this.topic = new sns.Topic(this, 'Topic', { displayName: 'Alarms of Cardstock', enforceSSL: true });
    this.#letAlarmsPublish();
    if (options.alarmEmail) this.topic.addSubscription(new EmailSubscription(options.alarmEmail));
    for (const threshold of thresholds(options)) this.#add(figures[threshold.figure], threshold);
  }

  /** A policy of one's own, and `enforceSSL` makes one, takes the place of SNS's, which lets alarms in. */
  #letAlarmsPublish(): void {
    const { account } = Stack.of(this);
    this.topic.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
  }

  #add(metric: cloudwatch.Metric, { figure, above, below, periods, says }: Threshold): void {
    const { ComparisonOperator, TreatMissingData } = cloudwatch;
    const alarm = new cloudwatch.Alarm(this, figure, {
      metric,
      threshold: above ?? below ?? 0,
      comparisonOperator:
        below === undefined
          ? ComparisonOperator.GREATER_THAN_THRESHOLD
          : ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: says,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}
