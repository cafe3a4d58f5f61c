import { createHmac } from 'node:crypto';

/**
 * What upload addresses are signed with: the secrets of the cards, or, where there are none, one
 * that follows from the administrator's token. All processes of a deployment come to the same.
 */
export function signingSecrets(config: {
  readonly secrets: readonly string[];
  readonly adminToken?: string | undefined;
}): readonly [string, ...string[]] {
  const [first, ...others] = config.secrets;
  if (first !== undefined) return [first, ...others];
  const { adminToken = '' } = config; // the settings are not valid without either
  return [createHmac('sha256', adminToken).update('cardstock upload addresses').digest('hex')];
}
