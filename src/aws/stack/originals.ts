import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { ConfigError } from '../../errors.ts';
import { readS3Place } from '../../serve/cache/stores/s3-place.ts';
import { secretsVariable } from '../renderer/take-secrets.ts';
import { acknowledge } from './acknowledge.ts';
import type { CardstockStackProps } from './options.ts';

type Wish = Pick<CardstockStackProps, 'administrators' | 'environment'>;

/**
 * What the renderer needs where the site has pictures of its own: to read them, what private ones
 * are signed with, and, where there are administrators, their token and the right to write.
 */
export class OriginalsAccess extends Construct {
  readonly environment: Readonly<Record<string, string>>;
  /** What administrators say, where the stack has made it. */
  readonly token: secretsmanager.Secret | undefined;
  readonly #originals: string;
  readonly #signing: secretsmanager.Secret;
  readonly #mayWrite: boolean;

  constructor(scope: Construct, id: string, originals: string, signing: secretsmanager.Secret, wish: Wish) {
    super(scope, id);
    const { administrators = false, environment = {} } = wish;
    this.#originals = originals;
    this.#signing = signing;
    this.#mayWrite = administrators || 'OG_ADMIN_TOKEN' in environment || 'OG_ADMIN_JWT' in environment;
    this.token = administrators ? this.#makeToken() : undefined;
    const arns = {
      OG_SECRETS: signing.secretArn,
      ...(this.token && { OG_ADMIN_TOKEN: this.token.secretArn }),
    };
    const pairs = Object.entries(arns).map(([name, arn]) => `"${name}":"${arn}"`);
    this.environment = { OG_PICTURES: originals, [secretsVariable]: `{${pairs.join()}}` };
  }

  grantTo(role: iam.Role): void {
    this.#signing.grantRead(role);
    this.token?.grantRead(role);
    const place = readS3Place(this.#originals);
    if (!place)
      throw new ConfigError(`originals: expected "s3://bucket/prefix", and not "${this.#originals}".`);
    const bucket = `arn:aws:s3:::${place.bucket}`;
    const objects = `${bucket}/${place.prefix}*`;
    const actions = ['s3:GetObject', ...(this.#mayWrite ? ['s3:PutObject', 's3:DeleteObject'] : [])];
    role.addToPolicy(new iam.PolicyStatement({ actions, resources: [objects] }));
    role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket] }));
    acknowledge(role, { [`IAM5[Resource::${objects}]`]: 'A picture has the name that somebody gave it.' });
  }

  #makeToken(): secretsmanager.Secret {
    const token = new secretsmanager.Secret(this, 'Token', {
      description: 'OG_ADMIN_TOKEN: who sends it may upload, list and remove pictures',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    acknowledge(token, { SMG4: 'People and their tools hold it: a rotation is for them.' });
    return token;
  }
}
