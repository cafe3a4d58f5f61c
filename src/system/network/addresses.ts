import { BlockList, isIP } from 'node:net';

/** The IANA registry of special-purpose IPv4 addresses, and what is special without being in it. */
const specialIpv4: readonly [network: string, prefix: number][] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8],
  ['168.63.129.16', 32], // Azure's metadata, at an address that looks like anybody's
  ['169.254.0.0', 16], // link-local, where the other clouds have theirs
  ['172.16.0.0', 12],
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24], // AS112
  ['192.52.193.0', 24], // AMT
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16],
  ['192.175.48.0', 24], // AS112
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
];

/**
 * What is special inside 2000::/3, the only part of IPv6 that is handed out. All else needs no
 * list: ::/96, mapped addresses, NAT64, discard, unique local, link-local, multicast.
 */
const specialIpv6: readonly [network: string, prefix: number][] = [
  ['2001::', 23], // protocol assignments, with Teredo and ORCHID
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4: any IPv4 address may be inside
  ['2620:4f:8000::', 48], // AS112
  ['3ffe::', 16], // the 6bone that was
  ['3fff::', 20], // documentation
];

// One list for each family: Node compares an IPv4 address with the IPv6 networks of a list too.
const refusedIpv4 = new BlockList();
const refusedIpv6 = new BlockList();
const globalUnicast = new BlockList();
for (const [network, prefix] of specialIpv4) refusedIpv4.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of specialIpv6) refusedIpv6.addSubnet(network, prefix, 'ipv6');
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether an address is one of the public internet. An IPv6 address made of an IPv4 address
 * is not, wherever that one leads; nor is anything that is not an address.
 */
export function isPublicAddress(ip: string): boolean {
  if (ip.includes('%')) return false; // a zone is a link of this machine
  switch (isIP(ip)) {
    case 4:
      return !refusedIpv4.check(ip, 'ipv4');
    case 6:
      return globalUnicast.check(ip, 'ipv6') && !refusedIpv6.check(ip, 'ipv6');
    default:
      return false;
  }
}
