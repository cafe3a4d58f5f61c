import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Account } from './account.ts';
import { deleteResources } from './deletion.ts';
import { deliver } from './delivery.ts';
import { readDeliveryPath } from './delivery-path.ts';
import { Refusal } from './refusal.ts';
import { upload } from './upload.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string | Buffer;
}

/** Finds out what is asked for, and does it. */
export async function answer(account: Account, request: IncomingMessage, origin: string): Promise<Reply> {
  const [path = ''] = request.url!.split('?');
  const isApi = path.startsWith('/v1_1/');
  try {
    return await (isApi ? api(account, request, path, origin) : delivery(account, request, path));
  } catch (error) {
    return refuse(error, isApi);
  }
}

async function delivery(account: Account, request: IncomingMessage, path: string): Promise<Reply> {
  const [, cloudName, kind, rest] = /^\/([^/]+)\/image\/(upload|fetch)\/(.+)$/.exec(path) ?? [];
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (!isRead || !rest || cloudName !== account.options.cloudName) throw new Refusal(404, 'Not found');
  account.calls.delivery += 1;
  const { bytes, contentType } = await deliver(account, readDeliveryPath(kind as 'upload' | 'fetch', rest));
  const headers = {
    'content-type': contentType,
    'cache-control': 'public, no-transform, immutable, max-age=2592000',
    etag: `"${createHash('md5').update(bytes).digest('hex')}"`,
  };
  return { status: 200, headers, body: bytes };
}

async function api(account: Account, request: IncomingMessage, path: string, origin: string): Promise<Reply> {
  const [, , cloudName, ...action] = path.split('/');
  const isOurs = cloudName === account.options.cloudName;
  switch (`${request.method} ${action.join('/')}`) {
    case 'POST image/upload': {
      account.calls.uploads += 1;
      const form = await readForm(request);
      if (!isOurs) throw new Refusal(401, `Invalid cloud_name ${cloudName}`);
      return json(200, await upload(account, form, origin));
    }
    case 'GET ping':
      account.calls.pings += 1;
      if (!isOurs) throw new Refusal(401, 'cloud_name mismatch');
      return ping(account, request);
    case 'DELETE resources/image/fetch':
    case 'DELETE resources/image/upload': {
      authorize(account, request);
      const form = new URLSearchParams((await buffer(request)).toString());
      return json(200, deleteResources(account, action.at(-1)!, form));
    }
    default:
      throw new Refusal(404, 'Not found');
  }
}

async function readForm(request: IncomingMessage): Promise<FormData> {
  const body = new Uint8Array(await buffer(request));
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  try {
    return await new Response(body, { headers }).formData();
  } catch {
    throw new Refusal(400, 'Not multipart/form-data');
  }
}

function ping(account: Account, request: IncomingMessage): Reply {
  authorize(account, request);
  return json(200, { status: 'ok' });
}

function authorize({ options }: Account, request: IncomingMessage): void {
  const expected = Buffer.from(`${options.apiKey}:${options.apiSecret}`).toString('base64');
  if (request.headers.authorization !== `Basic ${expected}`) throw new Refusal(401, 'Invalid credentials');
}

function json(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

function refuse(error: unknown, isApi: boolean): Reply {
  const { message } = error as Error;
  const status = error instanceof Refusal ? error.status : 500;
  // A header takes no line breaks and nothing beyond Latin-1.
  const reason = { 'x-cld-error': message.replace(/[^\x20-\x7e]/g, '?') };
  if (isApi) return json(status, { error: { message } }, reason);
  return { status, headers: { 'content-type': 'text/plain', ...reason }, body: message };
}
