import * as z from 'zod';
import { ConfigError } from '../../errors.ts';
import { setting, type Values } from '../../system/settings/setting.ts';

const tokenBytes = 32;
const token = z.string().refine((text) => Buffer.byteLength(text) >= tokenBytes, {
  error: `it needs at least ${tokenBytes} bytes; "cardstock secret" prints one`,
});

const example =
  '{"jwks":"https://team.cloudflareaccess.com/cdn-cgi/access/certs","issuer":"https://team.cloudflareaccess.com","audience":"…","header":"Cf-Access-Jwt-Assertion"}';

/** Keys that come over plain HTTP may be anybody's, but for those of this machine. */
const keysAddress = z
  .url()
  .refine((text) => /^https:|^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])[:/]/.test(text), {
    error: 'the address of the keys must begin with https:',
  });

const jwt = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue(`expected JSON, as in ${example}`);
      return z.NEVER;
    }
  })
  .pipe(
    z.strictObject({
      jwks: keysAddress,
      issuer: z.string().min(1),
      audience: z.string().min(1),
      header: z
        .string()
        .regex(/^[\w-]+$/)
        .default('Authorization'),
    }),
  );

/** Whose tokens count: signed with one of the keys at `jwks`, by `issuer`, for `audience`. */
export type JwtSettings = z.output<typeof jwt>;

export const adminSettings = {
  adminToken: setting('OG_ADMIN_TOKEN', token.optional(), {
    about:
      'who sends it as `Authorization: Bearer …` may upload, list and remove pictures; 32 bytes and more',
    isSecret: true,
  }),
  adminJwt: setting('OG_ADMIN_JWT', jwt.optional(), {
    about: `whose JSON Web Tokens count as well: \`${example}\``,
  }),
};

export type AdminSettings = Values<typeof adminSettings>;

/** Whether there is somebody who may administrate; else there is no API. */
export function hasApi({ adminToken, adminJwt }: Partial<AdminSettings>): boolean {
  return adminToken !== undefined || adminJwt !== undefined;
}

interface BesideAdmin extends AdminSettings {
  readonly pictures: string | undefined;
  readonly secrets: readonly string[];
}

/** @throws {ConfigError} administrators have no pictures, or nothing to sign upload addresses with. */
export function checkAdminSettings(settings: BesideAdmin): void {
  if (!hasApi(settings)) return;
  if (settings.pictures === undefined) {
    throw new ConfigError(
      'OG_PICTURES is not set, and there are administrators of pictures: name a folder, or a bucket as in s3://bucket/prefix.',
    );
  }
  if (settings.adminToken === undefined && settings.secrets.length === 0) {
    throw new ConfigError(
      'OG_ADMIN_JWT is set, and there is nothing to sign upload addresses with: set OG_SECRETS to what "cardstock secret" prints.',
    );
  }
}
