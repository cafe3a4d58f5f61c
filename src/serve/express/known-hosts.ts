import type { RequestHandler } from 'express';
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
    const { host, origin } = request.headers;
    const known = knownNames(settings());
    if (!known) return next();
    if (host !== undefined && !known.includes(nameOf(`http://${host}`))) throw new UnknownHostError();
    if (origin !== undefined && !known.includes(nameOf(origin))) throw new UnknownOriginError();
    next();
  };
}

/** Nothing where every name is good. */
function knownNames({ host, allowUnsigned, siteUrl, allowedHosts }: HostSettings) {
  const isLocal = loopbackNames.includes(host.includes(':') ? `[${host}]` : host);
  if (!isLocal || !allowUnsigned) return undefined;
  return [...loopbackNames, ...allowedHosts, ...(siteUrl ? [nameOf(siteUrl)] : [])];
}

function nameOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname.replace(/\.$/, '') : '';
}
