import type { SecretsManager } from '@aws-sdk/client-secrets-manager';
import { createRequire } from 'node:module';

/** Which settings AWS Secrets Manager has, as JSON: the ARN of each by its name. */
export const secretsVariable = 'CARDSTOCK_SECRET_ARNS';

/**
 * Takes settings from where they are kept into the environment, before it is read: what stands in
 * the environment of a function itself is seen by whoever may look at it, and stays in templates.
 * One that is set there already is left alone. Another value of one reaches the functions that
 * start after it.
 */
export async function takeSecrets(environment: NodeJS.ProcessEnv = process.env): Promise<void> {
  const arns = JSON.parse(environment[secretsVariable] || '{}') as Record<string, string>;
  const missing = Object.entries(arns).filter(([name]) => !environment[name]);
  if (missing.length === 0) return;
  // Lambda has it where `require` looks, and `import` does not.
  const sdk = createRequire(import.meta.url)('@aws-sdk/client-secrets-manager') as {
    SecretsManager: new () => SecretsManager;
  };
  const manager = new sdk.SecretsManager();
  for (const [name, SecretId] of missing) {
    const { SecretString } = await manager.getSecretValue({ SecretId });
    environment[name] = SecretString;
  }
}
