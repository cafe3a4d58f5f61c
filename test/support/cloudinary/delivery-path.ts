import { Refusal } from './refusal.ts';

/** A delivery URL's path behind `/<cloud>/image/`, in its parts. */
export interface DeliveryPath {
  readonly kind: 'upload' | 'fetch';
  readonly signature?: string | undefined;
  readonly transformations: readonly string[];
  /** `v1234` */
  readonly version?: string | undefined;
  /** The public id with its extension, or the remote URL; escaped as it came. */
  readonly source: string;
}

const transformation = /^(?:[a-z]{1,3}_|\$)./;
const extension = /\.(?:jpe?g|png|webp|avif|gif)$/;

/** Takes apart what follows `/image/upload/` or `/image/fetch/`. */
export function readDeliveryPath(kind: DeliveryPath['kind'], text: string): DeliveryPath {
  // A remote URL has slashes of its own, also two in a row.
  const start = kind === 'fetch' ? text.search(/(?<=^|\/)https?:/i) : text.length;
  if (start < 0) throw new Refusal(400, 'No remote URL');
  const segments = text.slice(0, start).split('/').filter(Boolean);
  const remote = text.slice(start);

  const signature = takeWhile(segments, (segment, taken) => taken === 0 && /^s--.*--$/.test(segment))[0];
  // Without a remote URL the last segment is the public id, whatever it looks like.
  const isPart = () => remote !== '' || segments.length > 1;
  const transformations = takeWhile(segments, (segment) => isPart() && transformation.test(segment));
  const [version] = takeWhile(
    segments,
    (segment, taken) => taken === 0 && isPart() && /^v\d+$/.test(segment),
  );
  const source = [...segments, ...(remote ? [remote] : [])].join('/');
  return { kind, signature: signature?.slice('s--'.length, -'--'.length), transformations, version, source };
}

function takeWhile(segments: string[], belongs: (segment: string, taken: number) => boolean): string[] {
  const taken: string[] = [];
  while (segments[0] !== undefined && belongs(segments[0], taken.length)) taken.push(segments.shift()!);
  return taken;
}

/** The public id that a path asks for. The extension belongs to the format. */
export function publicIdOf(path: DeliveryPath): string {
  return decode(path.source).replace(extension, '');
}

/** The URL whose image a fetch path asks for. */
export function remoteUrlOf(path: DeliveryPath): string {
  return decode(path.source);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refusal(400, `Not UTF-8: ${text}`);
  }
}

/** Two paths with the same key are served the same bytes; who signed them, and how, is no part of it. */
export function derivedKey({ kind, transformations, version, source }: DeliveryPath): string {
  return [kind, ...transformations, ...(version ? [version] : []), source].join('/');
}

/** Custom functions of every sort, the ones we do not play included. */
export function functionsOf({ transformations }: DeliveryPath): string[] {
  return transformations.flatMap((one) => one.split(',')).filter((one) => one.startsWith('fn_'));
}

/** The URL to call, from `fn_pre:remote:<base64url>` or `fn_remote:<base64url>`. */
export function remoteFunctionUrl(customFunction: string): string | undefined {
  const encoded = /^fn_(?:pre:)?remote:([A-Za-z0-9_-]+)$/.exec(customFunction)?.[1];
  const url = encoded && Buffer.from(encoded, 'base64url').toString();
  return url && /^https?:/.test(url) && URL.canParse(url) ? url : undefined;
}
