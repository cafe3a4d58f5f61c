import { stat } from 'node:fs/promises';
import { AddressNotAllowedError, TargetError } from '../../errors.ts';
import { fileKindOf } from '../doctor/file-kind.ts';
import { readFileUpTo } from '../doctor/read-file.ts';
import { reasonOf } from '../../system/network/reason.ts';
import type { AskOptions, Web } from '../../system/network/web.ts';
import { type List, parseList } from './parse-list.ts';

/** What a sitemap may have: https://www.sitemaps.org/protocol.html. */
export const maxListBytes = 50 * 1024 * 1024;

/** What was found at a target. */
export type Target =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'list'; readonly list: List; readonly base: string | undefined }
  | { readonly kind: 'address'; readonly address: string };

export type ListAskOptions = Omit<AskOptions, 'maxBytes'>;

/**
 * Looks at what a person named, and takes it for what it is, whatever its name.
 *
 * @throws {TargetError} there is nothing, or nothing that names cards.
 */
export async function readTarget(target: string, web: Web, options: ListAskOptions): Promise<Target> {
  if (/^https?:\/\//i.test(target)) return readAddress(target, web, options);
  const found = await stat(target).catch((error: unknown) => {
    throw new TargetError(target, 'is no folder, no file and no address', error);
  });
  if (found.isDirectory()) return { kind: 'folder', folder: target };
  try {
    const { bytes, isCut } = await readFileUpTo(target, maxListBytes);
    return { kind: 'list', list: await listOf(bytes, isCut), base: undefined };
  } catch (error) {
    throw new TargetError(target, `is no list of addresses: ${reasonOf(error)}`, error);
  }
}

async function readAddress(target: string, web: Web, options: ListAskOptions): Promise<Target> {
  try {
    const { bytes, isCut, url } = await askForList(target, web, options);
    if (fileKindOf(bytes) || isHtml(bytes)) return { kind: 'address', address: target };
    return { kind: 'list', list: await listOf(bytes, isCut), base: url };
  } catch (error) {
    options.signal?.throwIfAborted();
    const hint = error instanceof AddressNotAllowedError ? '; --local asks there too' : '';
    throw new TargetError(target, `could not be read: ${reasonOf(error)}${hint}`, error);
  }
}

/** A list that another list names. */
export async function readNestedList(address: string, web: Web, options: ListAskOptions): Promise<List> {
  const { bytes, isCut } = await askForList(address, web, options);
  return listOf(bytes, isCut);
}

async function askForList(address: string, web: Web, options: ListAskOptions) {
  const answer = await web.ask(address, { ...options, maxBytes: maxListBytes });
  if (answer.status !== 200) throw new Error(`it was answered with ${answer.status}`);
  return answer;
}

async function listOf(bytes: Buffer, isCut: boolean): Promise<List> {
  if (isCut) throw new Error(`it has more than ${maxListBytes} bytes`);
  return parseList(bytes, maxListBytes);
}

function isHtml(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 1024);
  return /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html)[\s>]/is.test(
    start,
  );
}
