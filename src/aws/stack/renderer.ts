import { Duration, Size, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Trigger } from 'aws-cdk-lib/triggers';
import { Construct } from 'constructs';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError } from '../../errors.ts';
import { defaultPicturePath } from '../edge/names.ts';
import { acknowledge } from './acknowledge.ts';
import { LoggedFunction } from './logged-function.ts';
import type { CardstockStackProps } from './options.ts';
import type { OriginalsAccess } from './originals.ts';

/** Longer than a card may take, and as long as CloudFront waits. */
export const renderSeconds = 30;

interface RendererOptions extends CardstockStackProps {
  readonly pictures: s3.Bucket;
  readonly folder: string;
  /** To pictures of the site's own, where it has some. */
  readonly access: OriginalsAccess | undefined;
}

/** The function that makes what the bucket lacks; only CloudFront may call its URL. */
export class Renderer extends Construct {
  readonly function: lambda.Function;
  readonly url: lambda.FunctionUrl;

  constructor(scope: Construct, id: string, { pictures, folder, access, ...options }: RendererOptions) {
    super(scope, id);
    const { reservedConcurrency = 10, memoryMegabytes = 1769, environment } = options;
    const { function: made, role } = new LoggedFunction(this, 'Renderer', {
      description: 'Makes the cards that the bucket lacks',
      code: lambda.Code.fromAsset(packageOf(options)),
      handler: 'index.handler',
      memorySize: memoryMegabytes,
      ephemeralStorageSize: Size.mebibytes(1024), // Chromium unpacked, and a profile
      timeout: Duration.seconds(renderSeconds),
      ...(reservedConcurrency > 0 && { reservedConcurrentExecutions: reservedConcurrency }),
      environment: {
        CARDSTOCK_STORE: `s3://${pictures.bucketName}`,
        CARDSTOCK_SERVICE: Stack.of(this).stackName,
        // Only CloudFront gets here, and lets only through what was signed; the signature stays there.
        OG_ALLOW_UNSIGNED: 'true',
        ...access?.environment,
        ...environment,
      },
    });
    this.function = made;
    this.url = made.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.AWS_IAM });
    letStore(role, pictures, folder);
    access?.grantTo(role);
    // Draws a card and puts the default picture into its place: what cannot draw is not deployed.
    new Trigger(this, 'Prepare', { handler: made, timeout: Duration.minutes(2), executeAfter: [role] });
  }
}

function packageOf({ renderer = '.cardstock/aws/renderer' }: CardstockStackProps): string {
  const folder = resolve(renderer);
  if (existsSync(join(folder, 'index.mjs'))) return folder;
  throw new ConfigError(`There is no renderer in ${folder}: "cardstock aws build" makes it.`);
}

/** The store of images, as far as it goes: to see what is there, keep a picture, and hold a lease. */
function letStore(role: iam.Role, pictures: s3.Bucket, folder: string): void {
  const places = [`${folder}*`, 'cards/*', 'leases/*'].map((place) => pictures.arnForObjects(place));
  role.addToPolicy(
    new iam.PolicyStatement({
      actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
      resources: places,
    }),
  );
  role.addToPolicy(
    new iam.PolicyStatement({
      actions: ['s3:PutObject'],
      resources: [pictures.arnForObjects(defaultPicturePath.slice(1))],
    }),
  );
  // Without it, "not there" is told as "not allowed".
  role.addToPolicy(new iam.PolicyStatement({ actions: ['s3:ListBucket'], resources: [pictures.bucketArn] }));
  const stack = Stack.of(pictures);
  const bucket = stack.getLogicalId(pictures.node.defaultChild as s3.CfnBucket);
  for (const place of [`${folder}*`, 'cards/*', 'leases/*'])
    acknowledge(role, {
      [`IAM5[Resource::<${bucket}.Arn>/${place}]`]: 'A card has the name that its words come to.',
    });
}
