import { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { bundleSecrets } from '../../../src/aws/secrets/bundle-secrets.ts';
import { handler } from '../../../src/aws/secrets/handler.ts';
import { makeFolder } from '../../support/folder.ts';

interface Command {
  readonly constructor: { readonly name: string };
  readonly input: object;
}

const sent: Command[] = [];
const inTheClock = { source: 'aws.events' };
const good = `${'a'.repeat(64)},${'b'.repeat(64)}`;

/** Two services that answer with this. */
function answerWith({ secret = good, changed = new Date() } = {}): void {
  const answers: Record<string, object> = {
    GetSecretValueCommand: { SecretString: secret },
    DescribeSecretCommand: { LastChangedDate: changed },
    DescribeKeyValueStoreCommand: { ETag: 'as it was' },
    UpdateKeysCommand: {},
  };
  for (const client of [CloudFrontKeyValueStoreClient, SecretsManagerClient]) {
    vi.spyOn(
      client.prototype as unknown as { send: (command: Command) => Promise<object> },
      'send',
    ).mockImplementation((command) => {
      sent.push(command);
      return Promise.resolve(answers[command.constructor.name]!);
    });
  }
}

beforeEach(() => {
  sent.length = 0;
  vi.stubEnv('STORE_ARN', 'the store');
  vi.stubEnv('SECRET_ARN', 'the secret');
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it('the edge is told the secrets and the way to the default picture, where nobody else has told it more', async () => {
  answerWith();
  await handler();
  expect(sent.at(-1)!.input).toEqual({
    KvsARN: 'the store',
    IfMatch: 'as it was',
    Puts: [
      { Key: 'secrets', Value: good },
      { Key: 'default', Value: '/default.jpg' },
    ],
  });
});

it('the clock tells it what was changed of late, and costs nothing where nothing was', async () => {
  answerWith({ changed: new Date('2026-01-01') });
  await handler(inTheClock);
  expect(sent.map(({ constructor: { name } }) => name)).toEqual(['DescribeSecretCommand']);
  answerWith();
  await handler(inTheClock);
  expect(sent.at(-1)!.constructor.name).toBe('UpdateKeysCommand');
});

it.each([
  ['is short', 'too short'],
  ['is short beside a good one', `${good},short`],
  ['is none', ''],
  ['is more than the store takes', Array(20).fill('c'.repeat(64)).join()],
])('a secret that %s is refused, and stands in no log', async (_case, secret) => {
  answerWith({ secret });
  const error = await handler().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  if (secret) expect(String(error)).not.toContain(secret);
  expect(sent).toHaveLength(1);
});

it('is one file that Lambda can load, with the signature that the store asks for', () => {
  const folder = makeFolder();
  bundleSecrets(folder);
  const look = `const { handler } = require('./index.js'); process.stdout.write(typeof handler)`;
  const packages = `${process.cwd()}/node_modules`; // where Lambda has its own SDK
  const options = { cwd: folder, env: { ...process.env, NODE_PATH: packages, AWS_REGION: 'us-east-1' } };
  expect(execFileSync(process.execPath, ['-e', look], options).toString()).toBe('function');
  expect(execFileSync('grep', ['-c', 'SignatureV4a', `${folder}/index.js`]).toString()).not.toBe('0\n');
});
