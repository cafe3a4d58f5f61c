import { randomBytes } from 'node:crypto';

/** 32 random bytes, in letters that no shell and no comma-separated list minds. */
export function secret(): void {
  console.log(randomBytes(32).toString('base64url'));
}
