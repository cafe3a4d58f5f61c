import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterEach, expect, it, vi } from 'vitest';
import { takeSecrets } from '../../../src/aws/renderer/take-secrets.ts';

type Send = (command: { readonly input: { readonly SecretId?: string } }) => Promise<object>;

afterEach(() => vi.restoreAllMocks());

function answering(answer: (id: string) => object) {
  const asked: string[] = [];
  const prototype = SecretsManagerClient.prototype as unknown as { send: Send };
  vi.spyOn(prototype, 'send').mockImplementation(({ input: { SecretId = '' } }) => {
    asked.push(SecretId);
    return Promise.resolve(answer(SecretId));
  });
  return asked;
}

it('settings that are kept elsewhere come into the environment, and those that are there stay', async () => {
  const asked = answering((id) => ({ SecretString: `what ${id} is` }));
  const environment: NodeJS.ProcessEnv = {
    CARDSTOCK_SECRET_ARNS: '{"OG_SECRETS":"arn:1","OG_ADMIN_TOKEN":"arn:2"}',
    OG_ADMIN_TOKEN: 'as somebody said',
  };
  await takeSecrets(environment);
  expect(environment).toMatchObject({ OG_SECRETS: 'what arn:1 is', OG_ADMIN_TOKEN: 'as somebody said' });
  expect(asked).toEqual(['arn:1']);
});

it('where none are kept elsewhere, nobody is asked', async () => {
  const asked = answering(() => ({}));
  await takeSecrets({});
  expect(asked).toEqual([]);
});

it('a secret that cannot be had ends the start: private pictures would be nobody’s', async () => {
  answering(() => {
    throw new Error('AccessDeniedException');
  });
  await expect(takeSecrets({ CARDSTOCK_SECRET_ARNS: '{"OG_SECRETS":"arn:1"}' })).rejects.toThrow(
    'AccessDenied',
  );
});
