import { AddressNotAllowedError, UnreachableError } from '../../errors.ts';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'it may not be read',
  ENOENT: 'it is not there',
  ENOTFOUND: 'its host has no address',
  EAI_AGAIN: 'its host could not be looked up',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection broke off',
  ENETUNREACH: 'its network cannot be reached',
  EHOSTUNREACH: 'its host cannot be reached',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody we know',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody we know',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate comes without those that sign it',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  Z_BUF_ERROR: 'it broke off while it was unpacked',
  Z_DATA_ERROR: 'it could not be unpacked',
  HPE_HEADER_OVERFLOW: 'its headers are too long',
};

/** Why something could not be had, in words that follow "it failed: ". */
export function reasonOf(error: unknown): string {
  if (error instanceof UnreachableError || error instanceof AddressNotAllowedError) return error.reason;
  const { code, message, errors } = error as NodeJS.ErrnoException & { errors?: unknown[] };
  if (errors?.length) return reasonOf(errors[0]); // of several addresses, none could be connected to
  if (code && Object.hasOwn(reasons, code)) return reasons[code]!;
  if (code) return `the connection failed (${code})`;
  return message || 'the connection failed';
}
