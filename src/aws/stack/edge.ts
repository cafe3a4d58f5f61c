import { Duration, FileSystem } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Trigger } from 'aws-cdk-lib/triggers';
import { Construct } from 'constructs';
import { rmSync } from 'node:fs';
import { bundleEdge } from '../edge/bundle-edge.ts';
import { bundleSecrets } from '../secrets/bundle-secrets.ts';
import { acknowledge } from './acknowledge.ts';
import { LoggedFunction } from './logged-function.ts';

const syncMinutes = 15;

/** The function before every cache, the store that it reads its secrets from, and the way they get there. */
export class Edge extends Construct {
  readonly function: cloudfront.Function;
  /** What signs the URLs: as `OG_SECRETS`, with commas between where there are several. */
  readonly secret: secretsmanager.Secret;

  constructor(scope: Construct, id: string, prefix: string, picturesPrefix: string) {
    super(scope, id);
    const store = new cloudfront.KeyValueStore(this, 'Values', {
      comment: 'What signs the URLs of cards, and where the default picture is',
    });
    this.function = new cloudfront.Function(this, 'Function', {
      comment: 'Lets signed cards through, under their path alone',
      runtime: cloudfront.FunctionRuntime.JS_2_0,
      code: cloudfront.FunctionCode.fromInline(bundleEdge(prefix, picturesPrefix)),
      keyValueStore: store,
    });
    this.secret = new secretsmanager.Secret(this, 'Secrets', {
      description: 'OG_SECRETS: the first signs, all verify; commas between',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    acknowledge(this.secret, {
      SMG4: 'URLs live as long as the pages that show them: a rotation must keep the old secret, and is for people.',
    });
    this.#carrySecrets(store);
  }

  #carrySecrets(store: cloudfront.KeyValueStore): void {
    const folder = FileSystem.mkdtemp('cardstock-secrets-');
    bundleSecrets(folder);
    const { function: carrier, role } = new LoggedFunction(this, 'Carrier', {
      description: 'Takes the secrets of cards to the edge',
      code: lambda.Code.fromAsset(folder),
      handler: 'index.handler',
      memorySize: 256,
      timeout: Duration.minutes(1),
      environment: { SECRET_ARN: this.secret.secretArn, STORE_ARN: store.keyValueStoreArn },
    });
    rmSync(folder, { recursive: true }); // CDK has a copy
    this.secret.grantRead(role);
    const actions = ['DescribeKeyValueStore', 'UpdateKeys'].map((name) => `cloudfront-keyvaluestore:${name}`);
    role.addToPolicy(new iam.PolicyStatement({ actions, resources: [store.keyValueStoreArn] }));
    new Trigger(this, 'Carry', { handler: carrier, executeAfter: [role, store, this.secret] });
    const schedule = events.Schedule.rate(Duration.minutes(syncMinutes));
    new events.Rule(this, 'Again', { schedule, targets: [new targets.LambdaFunction(carrier)] });
  }
}
