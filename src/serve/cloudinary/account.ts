import { CloudinaryError, ConfigError } from '../../errors.ts';
import { loadSdk } from './sdk.ts';
import type { CloudinaryAccount } from './read-account.ts';
import type { CloudinarySettings } from './settings.ts';

/** One opaque pixel: the remote function replaces it, so only that it is an image counts. */
const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVQI12P4//8/AAX+Av7czFnnAAAAAElFTkSuQmCC';

/**
 * Checks the account and uploads the carrier image; each step is told when it is done.
 *
 * @throws {ConfigError} no account is configured.
 * @throws {CloudinaryError} Cloudinary refused; the message says which variable to look at.
 */
export async function* setUpCloudinary(settings: CloudinarySettings): AsyncGenerator<string> {
  const { cloudinary: account, cloudinaryCarrier: carrier } = settings;
  if (!account) {
    throw new ConfigError('CLOUDINARY_URL is not set: the console of your account shows it, under API Keys.');
  }
  await ping(account);
  yield `account   ${account.cloud_name}, key ${account.api_key}: accepted`;
  await upload(carrier, account);
  yield `carrier   ${carrier}: uploaded`;
  const url = await deliver(carrier, account, settings.cloudinaryVersion);
  yield `delivery  ${url}: answers with an image`;
}

async function ping(account: CloudinaryAccount): Promise<void> {
  const { api } = await loadSdk();
  await api.ping(account).catch((error: unknown) => {
    throw explain('did not accept the account', error);
  });
}

async function upload(carrier: string, account: CloudinaryAccount): Promise<void> {
  const { uploader } = await loadSdk();
  await uploader
    .upload(pixel, { ...account, public_id: carrier, overwrite: true, invalidate: true })
    .catch((error: unknown) => {
      throw explain(`did not take the carrier image "${carrier}"`, error);
    });
}

/** An upload can work while delivery does not: a wrong host, a private distribution, a blocked account. */
async function deliver(carrier: string, account: CloudinaryAccount, version: number): Promise<string> {
  const sdk = await loadSdk();
  const url = sdk.url(carrier, { secure: true, ...account, version, sign_url: true, urlAnalytics: false });
  const answer = await fetch(url).catch((error: unknown) => {
    throw new CloudinaryError(`Cloudinary's delivery at ${url} cannot be reached.`, error);
  });
  if (answer.ok && answer.headers.get('content-type')?.startsWith('image/')) return url;
  const reason = answer.headers.get('x-cld-error') ?? `status ${answer.status}`;
  throw new CloudinaryError(`Cloudinary does not deliver the carrier image at ${url}: ${reason}.`);
}

/**
 * The SDK rejects with an error, or with an object around one that holds the whole request,
 * the secret with it: only the error itself may reach a log.
 */
export function explain(what: string, thrown: unknown): CloudinaryError {
  const { error = thrown, http_code } = (thrown ?? {}) as { error?: unknown; http_code?: number };
  const { message, http_code: status = http_code } = (error ?? {}) as {
    message?: string;
    http_code?: number;
  };
  const cause = error instanceof Error ? error : undefined;
  return new CloudinaryError(`Cloudinary ${what}: ${message ?? 'no reason given'}.${hintFor(status)}`, cause);
}

function hintFor(status: number | undefined): string {
  if (status === undefined) return ' Check the network, and upload_prefix if you set one.';
  if (status === 401 || status === 403) return ' Check CLOUDINARY_URL, or the three CLOUDINARY_ variables.';
  return '';
}
