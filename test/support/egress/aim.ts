/**
 * Ways out of a page: markup and scripts that ask a browser to fetch something.
 *
 * `$` stands for an address of the sentinel that ends in the vector's name, `{host}` for
 * its host and port, `{port}` for the port alone, `{udp}` for the port of its UDP socket.
 * Some vectors are dead in today's Chromium; they stay, for the next one may revive them.
 */
export type Vectors = Readonly<Record<string, string>>;

/** Where a sentinel listens. */
export interface Destination {
  readonly port: number;
  readonly udpPort: number;
}

/** The vectors with the sentinel's address in them. */
export function aim(vectors: Vectors, { port, udpPort }: Destination): Vectors {
  const aimed = Object.entries(vectors).map(([name, text]) => [
    name,
    text
      .replaceAll('$', `http://127.0.0.1:${port}/${name}`)
      .replaceAll('{host}', `127.0.0.1:${port}`)
      .replaceAll('{port}', String(port))
      .replaceAll('{udp}', String(udpPort)),
  ]);
  return Object.fromEntries(aimed) as Vectors;
}
