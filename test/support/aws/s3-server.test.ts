import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { accessDenied, owner, region, type S3Account, S3Server, slowDown } from './s3-server.ts';

const reader: S3Account = {
  accessKeyId: 'READER',
  secretAccessKey: 'of the CDN',
  mayList: false,
  mayWrite: false,
};

let s3: S3Server;
beforeAll(async () => void (s3 = await S3Server.start({ accounts: [owner, reader] })));
afterAll(() => s3.stop());

const Bucket = 'cards';

function clientOf(credentials: S3Account, options = {}) {
  const client = new S3Client({
    region,
    endpoint: s3.endpoint,
    forcePathStyle: true,
    credentials,
    maxAttempts: 1,
    ...options,
  });
  onTestFinished(() => client.destroy());
  return client;
}

it('takes an object of the SDK and gives it back with what stands on it, for odd keys too', async () => {
  const client = clientOf(owner);
  const Key = "og/a b+c/ü@2x='(1)'.jpg";
  const Metadata = { sum: 'one' };
  await client.send(
    new PutObjectCommand({ Bucket, Key, Body: 'picture', ContentType: 'image/jpeg', Metadata }),
  );
  const found = await client.send(new GetObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
  expect(await found.Body!.transformToString()).toBe('picture');
  expect(found).toMatchObject({
    ContentType: 'image/jpeg',
    Metadata,
    ChecksumCRC32: expect.any(String) as string,
  });
  const part = await client.send(new GetObjectCommand({ Bucket, Key, Range: 'bytes=2-3' }));
  expect([part.ContentRange, await part.Body!.transformToString()]).toEqual(['bytes 2-3/7', 'ct']);
});

it('lets one of two conditional writes through', async () => {
  const client = clientOf(owner);
  const write = () =>
    client.send(new PutObjectCommand({ Bucket, Key: 'once', Body: 'x', IfNoneMatch: '*' })).then(
      () => 'written',
      (error: Error) => error.name,
    );
  expect((await Promise.all([write(), write()])).sort()).toEqual(['PreconditionFailed', 'written']);
});

it('lists by prefix and page, and deletes many', async () => {
  const client = clientOf(owner);
  const keys = ['list/1', 'list/2&3', 'list/4'];
  for (const Key of keys) await client.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
  const list = (ContinuationToken?: string) =>
    client.send(new ListObjectsV2Command({ Bucket, Prefix: 'list/', MaxKeys: 2, ContinuationToken }));
  const first = await list();
  const second = await list(first.NextContinuationToken);
  expect([...first.Contents!, ...second.Contents!].map(({ Key }) => Key)).toEqual(keys);
  await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: keys.map((Key) => ({ Key })) } }));
  expect((await list()).KeyCount).toBe(0);
});

it.each([
  ['a wrong secret', { credentials: { ...owner, secretAccessKey: 'guessed' } }, 'SignatureDoesNotMatch'],
  ['an unknown key', { credentials: { ...owner, accessKeyId: 'NOBODY' } }, 'InvalidAccessKeyId'],
  ['another region', { region: 'us-east-1' }, 'AuthorizationHeaderMalformed'],
  ['a clock that is an hour late', { systemClockOffset: -3_600_000 }, 'RequestTimeTooSkewed'],
])('refuses %s', async (_what, options, name) => {
  const client = clientOf(owner, options);
  await expect(client.send(new GetObjectCommand({ Bucket, Key: 'x' }))).rejects.toMatchObject({ name });
});

it('refuses bytes that are not those that were signed', async () => {
  const client = clientOf(owner);
  client.middlewareStack.add(
    (next) => (args) => {
      (args.request as { body: unknown }).body = 'another';
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  const put = client.send(new PutObjectCommand({ Bucket, Key: 'x', Body: 'picture' }));
  await expect(put).rejects.toMatchObject({ name: 'XAmzContentSHA256Mismatch' });
});

it('hides from whoever may not list whether an object is missing, and takes nothing of who may only read', async () => {
  const missing = { Bucket, Key: 'missing' };
  await expect(clientOf(owner).send(new HeadObjectCommand(missing))).rejects.toMatchObject({
    name: 'NotFound',
  });
  const client = clientOf(reader);
  await expect(client.send(new GetObjectCommand(missing))).rejects.toMatchObject({ name: 'AccessDenied' });
  const put = client.send(new PutObjectCommand({ ...missing, Body: 'x' }));
  await expect(put).rejects.toMatchObject({ name: 'AccessDenied' });
});

it.each([
  ['refuses', accessDenied, 'AccessDenied'],
  ['asks for patience', slowDown, 'SlowDown'],
  ['cuts the line', 'dead', 'TimeoutError'],
] as const)('%s when it shall, and counts that too', async (_what, trouble, name) => {
  const before = s3.count('GetObject');
  s3.breakDown(trouble, { operations: ['GetObject'], times: 1 });
  const get = () => clientOf(owner).send(new GetObjectCommand({ Bucket, Key: 'missing' }));
  await expect(get()).rejects.toMatchObject({ name });
  await expect(get()).rejects.toMatchObject({ name: 'NoSuchKey' });
  expect(s3.count('GetObject')).toBe(before + 2);
});
