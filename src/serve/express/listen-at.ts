import { once } from 'node:events';
import type { Server } from 'node:http';
import { ListenError } from '../../errors.ts';
import { report } from '../../system/report.ts';

export interface ListenPlace {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** Which setting names the port. */
  readonly portVariable: string;
  /** Where it is taken, the next that is free will do. @default false */
  readonly orNext?: boolean;
}

/** So many are tried. */
const ports = 20;

/**
 * Resolves when `server` listens there. What goes wrong with it later goes into the log: a
 * connection that could not be accepted is no reason to end.
 *
 * @throws {ListenError} nobody can; its message says what to change.
 */
export async function listenAt(server: Server, place: ListenPlace): Promise<void> {
  const last = place.orNext ? Math.min(place.port + ports, 65_535) : place.port;
  for (let port = place.port; ; port += 1) {
    server.listen(port, place.host);
    try {
      await once(server, 'listening');
      break;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE' && port < last) continue;
      throw new ListenError(sentenceOf(error as NodeJS.ErrnoException, place), error);
    }
  }
  server.on('error', (error) => report('a connection was not accepted:', error));
}

function sentenceOf(
  { code = '', message }: NodeJS.ErrnoException,
  { host, port, portVariable }: ListenPlace,
): string {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} of ${host} is taken: something listens there already. ${portVariable} names another one, or 0 for any that is free.`,
    EACCES: `Port ${port} is not for ordinary users. ${portVariable} names another one.`,
    EADDRNOTAVAIL: noAddress(host),
    ENOTFOUND: noAddress(host),
    EAI_AGAIN: noAddress(host),
    EINVAL: noAddress(host),
  };
  return reasons[code] ?? `Nobody can listen on port ${port} of ${host}: ${message}.`;
}

function noAddress(host: string): string {
  return `HOST is "${host}", which is no address of this machine. 127.0.0.1 is for this machine alone, 0.0.0.0 is all of its addresses.`;
}
