import { Duration } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

const logDays = 90;

/** What holds for every bucket: nobody gets in without a signature and TLS, and nothing lies in it in clear. */
const closed = {
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
  encryption: s3.BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
} as const;

/** The pictures, each where its URL leads, and the logs of whoever asks for one. */
export class Buckets extends Construct {
  readonly pictures: s3.Bucket;
  readonly logs: s3.Bucket;

  /** @param keepDays How long a picture stays; the default picture stays for good. */
  constructor(scope: Construct, id: string, folder: string, keepDays: number) {
    super(scope, id);
    this.logs = new s3.Bucket(this, 'Logs', {
      ...closed,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED, // CloudFront writes as itself
      lifecycleRules: [
        { expiration: Duration.days(logDays), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
    acknowledge(this.logs, { S1: 'It holds the logs of the others: its own would be without end.' });
    this.pictures = new s3.Bucket(this, 'Pictures', {
      ...closed,
      versioned: true,
      serverAccessLogsBucket: this.logs,
      serverAccessLogsPrefix: 'bucket/',
      lifecycleRules: [
        ...[folder, 'cards/'].map((prefix) => ({ prefix, expiration: Duration.days(keepDays) })),
        { prefix: 'leases/', expiration: Duration.days(1) },
        { noncurrentVersionExpiration: Duration.days(7), expiredObjectDeleteMarker: true },
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
  }
}
