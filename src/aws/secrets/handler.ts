// A function of its own, called by the deployment and from time to time: whoever renders cards
// neither knows the secrets nor may write what the edge believes.
import {
  CloudFrontKeyValueStoreClient,
  DescribeKeyValueStoreCommand,
  UpdateKeysCommand,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import '@aws-sdk/signature-v4a'; // the only signature that this store takes
import { defaultPictureKey, defaultPicturePath, secretsKey } from '../edge/names.ts';

/** Of a value in the store. */
const maxValueBytes = 1024;
/** A change that the clock comes by for is no older: it comes every quarter of an hour. */
const recentMs = 60 * 60_000;

const secrets = new SecretsManagerClient();
const store = new CloudFrontKeyValueStoreClient();

/**
 * Takes the secrets from where people keep them to where the edge reads them: when the stack is
 * deployed, and when the clock comes by and they were changed. Each look into the store costs a
 * tenth of a cent.
 */
export async function handler(event?: { readonly source?: string }): Promise<void> {
  const { SECRET_ARN: SecretId, STORE_ARN: KvsARN } = process.env;
  if (event?.source === 'aws.events' && !(await wasChanged(SecretId))) return;
  const { SecretString = '' } = await secrets.send(new GetSecretValueCommand({ SecretId }));
  checkSecrets(SecretString);
  const { ETag: IfMatch } = await store.send(new DescribeKeyValueStoreCommand({ KvsARN }));
  const Puts = [
    { Key: secretsKey, Value: SecretString },
    { Key: defaultPictureKey, Value: defaultPicturePath },
  ];
  await store.send(new UpdateKeysCommand({ KvsARN, IfMatch, Puts }));
}

async function wasChanged(SecretId: string | undefined): Promise<boolean> {
  const { LastChangedDate } = await secrets.send(new DescribeSecretCommand({ SecretId }));
  return LastChangedDate === undefined || Date.now() - LastChangedDate.getTime() < recentMs;
}

/** Nothing of them may stand in the error, which ends in a log. */
function checkSecrets(list: string): void {
  const isShort = list.split(',').some((secret) => Buffer.byteLength(secret.trim()) < 32);
  if (isShort) throw new Error('Each secret needs at least 32 bytes; they have commas between them.');
  if (Buffer.byteLength(list) > maxValueBytes)
    throw new Error(`All secrets together may have ${maxValueBytes} bytes.`);
}
