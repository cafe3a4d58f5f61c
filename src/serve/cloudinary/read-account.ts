import { ConfigError } from '../../errors.ts';

/** An account at Cloudinary and how its URLs look; the keys are the SDK's own. */
export interface CloudinaryAccount {
  readonly cloud_name: string;
  readonly api_key: string;
  readonly api_secret: string;
  /** What else `CLOUDINARY_URL` says, as in `?upload_prefix=…&signature_algorithm=sha256`. */
  readonly [option: string]: string | boolean;
}

import type { Environment } from '../../system/settings/setting.ts';

const variables = {
  cloud_name: 'CLOUDINARY_CLOUD_NAME',
  api_key: 'CLOUDINARY_API_KEY',
  api_secret: 'CLOUDINARY_API_SECRET',
} as const;

/**
 * `CLOUDINARY_URL`, or the three variables; `undefined` where neither is set.
 *
 * @throws {ConfigError} a part of the account is missing; the message names it.
 */
export function readAccount(environment: Environment): CloudinaryAccount | undefined {
  const url = environment['CLOUDINARY_URL'];
  if (url) return fromUrl(url);
  const names = Object.values(variables);
  const missing = names.filter((name) => !environment[name]);
  if (missing.length === names.length) return undefined;
  if (missing.length > 0) {
    throw new ConfigError(`${missing.join(', ')}: not set, and the other ${names.join(', ')} are.`);
  }
  const read = (name: keyof typeof variables) => environment[variables[name]]!;
  return { cloud_name: read('cloud_name'), api_key: read('api_key'), api_secret: read('api_secret') };
}

function fromUrl(text: string): CloudinaryAccount {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'cloudinary:' || !url.hostname || !url.username || !url.password) {
    throw new ConfigError('CLOUDINARY_URL: expected cloudinary://<api key>:<api secret>@<cloud name>');
  }
  const distribution = url.pathname.slice(1);
  return {
    cloud_name: url.hostname,
    api_key: decodeURIComponent(url.username),
    api_secret: decodeURIComponent(url.password),
    ...(distribution && { private_cdn: true, secure_distribution: distribution }),
    ...Object.fromEntries(Array.from(url.searchParams, ([name, value]) => [name, readOption(value)])),
  };
}

function readOption(value: string): string | boolean {
  return value === 'true' || value === 'false' ? value === 'true' : value;
}
