import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { AddressNotAllowedError, UnreachableError } from '../../errors.ts';
import { isPublicAddress } from './addresses.ts';

/** What lies between us and a host. Tests put their own in its place; nothing else should. */
export interface Network {
  /** Every address of a name. */
  lookup(hostname: string): Promise<readonly LookupAddress[]>;
  mayConnectTo(address: string): boolean;
  readonly port: number;
  /** Instead of the certificate authorities of Node. */
  readonly ca?: string;
}

export const internet: Network = {
  lookup: (hostname) => lookup(hostname, { all: true }),
  mayConnectTo: isPublicAddress,
  port: 443,
};

/**
 * Resolves a name for a socket, which connects to the very addresses that were checked here:
 * there is no second look-up that a name server could answer otherwise. One bad address
 * spoils them all, for no honest host has one.
 */
export function guardedLookup(network: Network): LookupFunction {
  return (hostname, options, done) => {
    checkedAddresses(hostname, network).then(
      (addresses) => {
        if (options.all) return done(null, addresses);
        const { address, family } = addresses[0]!;
        done(null, address, family);
      },
      (error: Error) => done(error, []),
    );
  };
}

async function checkedAddresses(hostname: string, network: Network): Promise<LookupAddress[]> {
  const addresses = await network.lookup(hostname);
  if (addresses.length === 0) throw new UnreachableError(hostname, 'its host has no address');
  for (const { address } of addresses) {
    if (!network.mayConnectTo(address)) {
      throw new AddressNotAllowedError(hostname, 'its host has an address that is not public');
    }
  }
  return [...addresses];
}
