// A function of its own, called by the deployment and from time to time: whoever renders cards
// neither knows the secrets nor may write what the edge believes.
import {
  CloudFrontKeyValueStoreClient,
  DescribeKeyValueStoreCommand,
  UpdateKeysCommand,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import '@aws-sdk/signature-v4a'; // the only signature that this store takes
import { defaultPictureKey, defaultPicturePath, secretsKey } from '../edge/names.ts';

/** Of a value in the store. */
const maxValueBytes = 1024;

/** Takes the secrets from where people keep them to where the edge reads them. */
export async function handler(): Promise<void> {
  const { SECRET_ARN: SecretId, STORE_ARN: KvsARN } = process.env;
  const { SecretString = '' } = await new SecretsManagerClient().send(
    new GetSecretValueCommand({ SecretId }),
  );
  checkSecrets(SecretString);
  const store = new CloudFrontKeyValueStoreClient();
  const { ETag: IfMatch } = await store.send(new DescribeKeyValueStoreCommand({ KvsARN }));
  const Puts = [
    { Key: secretsKey, Value: SecretString },
    { Key: defaultPictureKey, Value: defaultPicturePath },
  ];
  await store.send(new UpdateKeysCommand({ KvsARN, IfMatch, Puts }));
}

/** Nothing of them may stand in the error, which ends in a log. */
function checkSecrets(list: string): void {
  const isShort = list.split(',').some((secret) => Buffer.byteLength(secret.trim()) < 32);
  if (isShort) throw new Error('Each secret needs at least 32 bytes; they have commas between them.');
  if (Buffer.byteLength(list) > maxValueBytes)
    throw new Error(`All secrets together may have ${maxValueBytes} bytes.`);
}
