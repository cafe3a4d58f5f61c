import { randomBytes } from 'node:crypto';
import type { Account, CloudinaryOptions } from './account.ts';
import { type Asset, describeImage, sniff } from './image.ts';
import { Refusal } from './refusal.ts';
import { apiSignature, parametersToSign } from './signature.ts';

const oneHour = 3600;

/** Answers a signed upload: stores the image and says what Cloudinary would say about it. */
export async function upload(account: Account, form: FormData, origin: string) {
  const parameters = readParameters(form);
  authorize(account.options, parameters);
  const bytes = await readFile(form.get('file'));
  const description = await describeImage(bytes).catch(() => undefined);
  const contentType = sniff(bytes);
  if (!description || !contentType) throw new Refusal(400, 'Invalid image file');

  const publicId = parameters.get('public_id') ?? randomBytes(10).toString('hex');
  const mayReplace = !['0', 'false'].includes(parameters.get('overwrite') ?? '');
  const kept = mayReplace ? undefined : account.assets.get(publicId);
  if (kept) return { ...(await describeAsset(account, publicId, kept, origin)), existing: true };
  // Images derived from a former carrier stay: only a URL with another version asks again.
  const asset = { bytes, contentType, version: Math.floor(Date.now() / 1000) };
  account.assets.set(publicId, asset);
  return describeAsset(account, publicId, asset, origin);
}

/** Lists come as `name[]`, once for each of their values. */
function readParameters(form: FormData): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const [field, value] of form) {
    if (typeof value !== 'string') continue;
    const name = field.replace(/\[\]$/, '');
    const before = parameters.get(name);
    parameters.set(name, before === undefined ? value : `${before},${value}`);
  }
  return parameters;
}

function authorize(options: CloudinaryOptions, parameters: ReadonlyMap<string, string>): void {
  if (parameters.get('api_key') !== options.apiKey) throw new Refusal(401, 'unknown api_key');
  const signature = parameters.get('signature') ?? '';
  const toSign = parametersToSign(parameters);
  if (signature !== apiSignature(toSign, options)) {
    throw new Refusal(401, `Invalid Signature ${signature}. String to sign - '${toSign}'.`);
  }
  const age = Date.now() / 1000 - Number(parameters.get('timestamp'));
  if (!(Math.abs(age) <= oneHour)) throw new Refusal(401, 'Stale request - its timestamp is an hour off');
}

/** A part with a file in it, or a `data:` URI. */
async function readFile(file: FormDataEntryValue | null): Promise<Buffer> {
  if (file instanceof File) return Buffer.from(await file.arrayBuffer());
  const base64 = /^data:[^,]*;base64,(.*)$/s.exec(file ?? '')?.[1];
  if (base64 === undefined) throw new Refusal(400, 'Neither a file nor a data URI');
  return Buffer.from(base64, 'base64');
}

async function describeAsset({ options }: Account, publicId: string, asset: Asset, origin: string) {
  const description = await describeImage(asset.bytes);
  const id = encodeURIComponent(publicId).replaceAll('%2F', '/');
  const path = `/${options.cloudName}/image/upload/v${asset.version}/${id}.${description.format}`;
  return {
    public_id: publicId,
    version: asset.version,
    ...description,
    resource_type: 'image',
    type: 'upload',
    created_at: new Date(asset.version * 1000).toISOString(),
    url: origin + path,
    secure_url: `https://res.cloudinary.com${path}`,
  };
}
