import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Listens where nothing may ever arrive, and remembers what did. */
export interface Sentinel {
  /** The same TCP port on 127.0.0.1 and ::1. */
  readonly port: number;
  readonly udpPort: number;
  /** TCP connections and UDP packets so far. */
  readonly contacts: number;
  /** What the paths of the requests name: `GET /beacon HTTP/1.1` is `beacon`; packets and bare connections too. */
  readonly names: ReadonlySet<string>;
  /** Resolves when nothing new has arrived for a quarter of a second. */
  untilQuiet(): Promise<void>;
  close(): Promise<void>;
}

export async function startSentinel(): Promise<Sentinel> {
  const names = new Set<string>();
  const sockets = new Set<Socket>();
  let contacts = 0;

  const onConnection = (socket: Socket) => {
    contacts += 1;
    names.add('a connection');
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
    socket.on('data', (data) => {
      const path = /^[A-Z]+ [^ ]*\/([^ /?#]+)/.exec(data.toString('latin1'))?.[1];
      names.add(path ?? 'something that is not HTTP');
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    });
  };

  const [ipv4, ipv6, port] = await listenOnBoth(onConnection);
  const udp = createSocket('udp4');
  udp.on('message', () => {
    contacts += 1;
    names.add('a packet');
  });
  udp.bind(0, '127.0.0.1');
  await once(udp, 'listening');

  return {
    port,
    udpPort: udp.address().port,
    get contacts() {
      return contacts;
    },
    names,
    async untilQuiet() {
      for (let before = -1; before !== contacts; await pause(250)) before = contacts;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      udp.close();
      const servers = ipv6 ? [ipv4, ipv6] : [ipv4];
      await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
    },
  };
}

/** A machine without IPv6 has one listener less. */
async function listenOnBoth(
  onConnection: (socket: Socket) => void,
): Promise<[Server, Server | undefined, number]> {
  for (;;) {
    const ipv4 = createServer(onConnection).listen(0, '127.0.0.1');
    await once(ipv4, 'listening');
    const { port } = ipv4.address() as AddressInfo;
    const ipv6 = createServer(onConnection).listen(port, '::1');
    try {
      await once(ipv6, 'listening');
      return [ipv4, ipv6, port];
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return [ipv4, undefined, port];
      ipv4.close(); // the port is taken on one of them
      await once(ipv4, 'close');
    }
  }
}
