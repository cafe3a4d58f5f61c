import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { ExpiredUrlError, InvalidSignatureError } from '../../errors.ts';
import { apiPath } from '../../serve/url/paths.ts';
import { signerOf } from '../../serve/url/signature.ts';
import { signedUrl } from '../../serve/url/signed-url.ts';
import { pictureTypes } from '../verify/kinds.ts';

/** Where upload addresses lie, behind what the server is mounted below. */
export const uploadsPath = `${apiPath}/uploads`;

const form = z.strictObject({
  id: z.string(),
  maxBytes: z.int(),
  types: z.array(z.enum(pictureTypes)),
  name: z.string().optional(),
  folder: z.string().optional(),
  overwrite: z.boolean(),
});

/** What an upload address allows. Either it has a name, or the name is a hash of the picture. */
export type Grant = Omit<z.output<typeof form>, 'id'>;

export interface Ticket extends Grant {
  readonly id: string;
  /** In seconds since 1970. */
  readonly expiresAt: number;
}

/**
 * An upload address, as a path. All that it allows stands in it and is signed, so nothing is
 * kept of it before it is used.
 */
export function writeTicket(grant: Grant, expiresAt: number, secret: string): string {
  const content = { ...grant, id: randomBytes(12).toString('base64url') };
  const payload = Buffer.from(JSON.stringify(content)).toString('base64url');
  return signedUrl(`${uploadsPath}/${payload}`, secret, { expiresAt });
}

/**
 * @param address Path and query, as they came.
 * @throws {InvalidSignatureError} we did not write it.
 * @throws {ExpiredUrlError} we did, for a time that has passed.
 */
export function readTicket(address: string, secrets: readonly string[]): Ticket {
  const [, signedPart = '', payload = '', exp, sig = ''] =
    /^(\/api\/pictures\/uploads\/([\w-]+)\?exp=([1-9]\d{0,11}))&sig=([\da-f]{64})$/.exec(address) ?? [];
  if (signerOf(signedPart, sig, secrets) === undefined) throw new InvalidSignatureError();
  const expiresAt = Number(exp);
  if (expiresAt * 1_000 <= Date.now()) throw new ExpiredUrlError();
  return { ...form.parse(JSON.parse(Buffer.from(payload, 'base64url').toString())), expiresAt };
}
