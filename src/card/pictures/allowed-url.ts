import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { ImageNotAllowedError } from '../../errors.ts';

/** Names of hosts, `*.` for those below one; `any` for a program that writes its addresses itself. */
export type AllowedHosts = readonly string[] | 'any';

const maxUrlLength = 2048;

// Browsers repair backslashes, tabs and missing slashes; whoever writes them means to be misread.
const plainlySpelled = /^https:\/\/[^/\\\s\p{Cc}][^\\\s\p{Cc}]*$/iu;

/**
 * The URL of a picture, where pictures may come from it: https on its own port, to a name on
 * the list, without credentials. What the name resolves to is checked when it is connected to.
 *
 * @throws {ImageNotAllowedError}
 */
export function parseAllowedUrl(text: string, allowedHosts: AllowedHosts): URL {
  const problem = problemOfSpelling(text);
  if (problem) throw new ImageNotAllowedError(problem);
  const url = new URL(text);
  const reason = problemOf(url, allowedHosts);
  if (reason) throw new ImageNotAllowedError(reason);
  return url;
}

function problemOfSpelling(text: string): string | undefined {
  if (text.length > maxUrlLength) return 'its URL is too long';
  if (!plainlySpelled.test(text) || !URL.canParse(text)) return 'it is no plain https URL';
  const authority = text.slice('https://'.length).split(/[/?#]/, 1)[0]!;
  if (authority.includes('@')) return 'its URL has credentials';
  return undefined;
}

function problemOf({ protocol, port, hostname }: URL, allowedHosts: AllowedHosts): string | undefined {
  if (protocol !== 'https:') return 'its URL is not https';
  if (port !== '') return 'its URL names a port';
  if (hostname.startsWith('[') || isIP(hostname)) return 'its host is an address and not a name';
  const labels = hostname.split('.');
  if (labels.length < 2 || labels.includes('')) return 'its host is no full name'; // so no trailing dot
  if (allowedHosts === 'any' || allowedHosts.some((pattern) => matches(hostname, pattern))) return undefined;
  return 'its host is not on the list';
}

/** `example.com` is that host alone; `*.example.com` is every host below it, and not itself. */
function matches(hostname: string, pattern: string): boolean {
  const isWildcard = pattern.startsWith('*.');
  const host = domainToASCII(isWildcard ? pattern.slice(2) : pattern);
  if (!host.includes('.')) return false; // "*.com", or nothing that could be a host
  return isWildcard ? hostname.endsWith(`.${host}`) : hostname === host;
}
