import type { Request, RequestHandler } from 'express';
import { UnknownHostError, UnknownOriginError } from '../../errors.ts';
import type { ServeSettings } from '../settings.ts';

type HostSettings = Pick<ServeSettings, 'host' | 'allowUnsigned' | 'siteUrl' | 'allowedHosts'>;

const loopbackNames: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * A server for this machine alone, which does what anybody asks, must not do it for a web page:
 * a name of the page's own that resolves to 127.0.0.1 makes it one origin with us. Where only
 * signed requests count, nothing depends on the name, and a proxy in front may pass on any.
 */
export function answerKnownHosts(settings: () => HostSettings): RequestHandler {
  return (request, _response, next) => {
    const { host, allowUnsigned } = settings();
    const isLocal = loopbackNames.includes(bracketed(host));
    if (isLocal && allowUnsigned) refuseStrangers(request, settings());
    next();
  };
}

/**
 * For what does more than anybody may ask, whatever counts elsewhere.
 *
 * @throws {UnknownHostError} it was asked under a name that is none of its own.
 * @throws {UnknownOriginError} a page of elsewhere asks.
 */
export function refuseStrangers({ headers }: Pick<Request, 'headers'>, settings: HostSettings): void {
  const { host, origin } = headers;
  const known = knownNames(settings);
  if (host !== undefined && !known.includes(nameOf(`http://${host}`))) throw new UnknownHostError();
  if (origin !== undefined && !known.includes(nameOf(origin))) throw new UnknownOriginError();
}

function knownNames({ host, siteUrl, allowedHosts }: HostSettings): readonly string[] {
  return [...loopbackNames, bracketed(host), ...allowedHosts, ...(siteUrl ? [nameOf(siteUrl)] : [])];
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function nameOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname.replace(/\.$/, '') : '';
}
