import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

type Options = Omit<lambda.FunctionProps, 'runtime' | 'architecture' | 'role' | 'logGroup' | 'tracing'>;

/** A function with a log of its own, and a role that may write to that and to nothing else. */
export class LoggedFunction extends Construct {
  readonly function: lambda.Function;
  readonly log: logs.LogGroup;
  readonly role: iam.Role;

  constructor(scope: Construct, id: string, options: Options) {
    super(scope, id);
    this.log = new logs.LogGroup(this, 'Log', { retention: logs.RetentionDays.THREE_MONTHS });
    this.role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    });
    this.log.grantWrite(this.role);
    this.function = new lambda.Function(this, 'Function', {
      ...options,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.X86_64,
      role: this.role,
      logGroup: this.log,
      loggingFormat: lambda.LoggingFormat.JSON,
      tracing: lambda.Tracing.ACTIVE,
    });
    acknowledge(this.role, {
      'IAM5[Resource::*]': 'X-Ray takes segments from whoever may write any: it has no resources to name.',
    });
  }
}
