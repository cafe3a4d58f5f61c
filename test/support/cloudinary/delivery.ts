import type { Account } from './account.ts';
import {
  type DeliveryPath,
  derivedKey,
  functionsOf,
  publicIdOf,
  remoteFunctionUrl,
  remoteUrlOf,
} from './delivery-path.ts';
import type { Image } from './image.ts';
import { ask } from './outgoing.ts';
import { Refusal } from './refusal.ts';
import { callFunction, mediaType, prepareCall } from './remote-function.ts';
import { isSigned, textToSign } from './signature.ts';

const longestRemoteUrl = 255;

/** The image of a delivery URL. The only transformations it plays are remote functions. */
export async function deliver(account: Account, path: DeliveryPath): Promise<Image> {
  authorize(account, path);
  if (path.kind === 'upload' && functionsOf(path).length === 0) return carrierOf(account, path);
  const key = derivedKey(path);
  const known = account.derived.get(key);
  if (known) {
    account.calls.derivedHits += 1;
    return known;
  }
  return deriveOnce(account, path, key);
}

function authorize({ options }: Account, path: DeliveryPath): void {
  const open = path.kind === 'upload' ? functionsOf(path).length === 0 : options.fetchDelivery;
  if (path.signature === undefined && open) return;
  if (isSigned(path, options)) return;
  const token = path.signature === undefined ? '(none)' : `s--${path.signature}--`;
  throw new Refusal(401, `Invalid signature ${token}. String to sign - '${textToSign(path)}'`);
}

/** Whether the real one lets simultaneous requests wait for one another is not known; here they do. */
async function deriveOnce(account: Account, path: DeliveryPath, key: string): Promise<Image> {
  const { pending, derived } = account;
  const underway = pending.get(key) ?? derive(account, path);
  pending.set(key, underway);
  try {
    const image = await underway;
    derived.set(key, image);
    return image;
  } finally {
    pending.delete(key);
  }
}

async function derive(account: Account, path: DeliveryPath): Promise<Image> {
  const original = path.kind === 'upload' ? carrierOf(account, path) : await fetchRemote(account, path);
  const [customFunction, ...others] = functionsOf(path);
  if (customFunction === undefined) return original;
  if (!account.options.remoteFunctions) throw new Refusal(400, 'Remote functions are not enabled');
  if (others.length > 0) throw new Refusal(400, 'More than one custom function');
  const url = remoteFunctionUrl(customFunction);
  if (url === undefined) throw new Refusal(400, `Invalid custom function ${customFunction}`);

  const { call, body } = await prepareCall(url, original, account.options.apiSecret);
  account.calls.functions += 1;
  account.calls.functionCalls.push(call);
  return callFunction(call, body);
}

function carrierOf(account: Account, path: DeliveryPath): Image {
  const publicId = publicIdOf(path);
  const asset = account.assets.get(publicId);
  if (!asset) throw new Refusal(404, `Resource not found - ${publicId}`);
  return asset;
}

async function fetchRemote(account: Account, path: DeliveryPath): Promise<Image> {
  const url = remoteUrlOf(path);
  if (url.length > longestRemoteUrl) {
    throw new Refusal(400, `The remote URL is longer than ${longestRemoteUrl} characters (${url.length})`);
  }
  if (!URL.canParse(url)) throw new Refusal(400, `Invalid remote URL ${url}`);
  account.calls.fetches += 1;
  // How the real one introduces itself here is not known to us.
  const headers = { 'user-agent': 'Cloudinary/1.0' };
  const answer = await ask(url, { method: 'GET', headers }).catch((error: Error) => {
    throw new Refusal(400, `Error in loading ${url} - ${error.message}`);
  });
  const contentType = mediaType(answer.headers['content-type']);
  if (answer.status !== 200) throw new Refusal(400, `Error in loading ${url} - ${answer.status}`);
  if (!contentType.startsWith('image/')) throw new Refusal(400, `Error in loading ${url} - ${contentType}`);
  return { bytes: answer.body, contentType };
}
