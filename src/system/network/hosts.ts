import { isIP } from 'node:net';
import { isPublicAddress } from './addresses.ts';

const privateNames =
  /(?:^|\.)(?:localhost|local|localdomain|lan|home|internal|intranet|corp|test|invalid|home\.arpa)$/;

/** Addresses of builds that are looked at before they are published, and gone or hidden after. */
const previewNames: readonly RegExp[] = [
  /--[^.]+\.netlify\.app$/, // deploy-preview-12--site, branch--site, 0123abcd--site
  /-git-[^.]+\.vercel\.app$/,
  /-(?=[a-z]*\d)[a-z\d]{9}-[^.]+\.vercel\.app$/, // project-hash-scope; words have no digits
  /^[^.]+\.[^.]+\.pages\.dev$/,
  /-pr-\d+\.onrender\.com$/,
  /\.(?:ngrok\.(?:io|app|dev)|ngrok-free\.(?:app|dev)|trycloudflare\.com|loca\.lt|serveo\.net)$/,
  /\.(?:app\.github\.dev|preview\.app\.github\.dev|gitpod\.io|webcontainer\.io|csb\.app|devtunnels\.ms)$/,
];

/**
 * Whether a crawler can find what lives at a host, and still will tomorrow. Takes a host name
 * as `URL` spells it.
 */
export function reachOf(hostname: string): 'public' | 'private' | 'preview' {
  const host = hostname.replace(/\.$/, '');
  const address = host.startsWith('[') ? host.slice(1, -1) : host;
  if (isIP(address)) return isPublicAddress(address) ? 'public' : 'private';
  if (!host.includes('.') || privateNames.test(host)) return 'private';
  return previewNames.some((pattern) => pattern.test(host)) ? 'preview' : 'public';
}
