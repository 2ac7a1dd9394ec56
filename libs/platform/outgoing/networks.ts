import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** The address lies in a network to which nothing is sent. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/** Blocks of addresses: `10.20.0.0/16`, `fd00:1::/64`, or one address alone. */
export type Network = readonly [Address, number];

/** @returns null for what is no network */
export function readNetwork(text: string): Network | null {
  try {
    if (text.includes('/')) return ipaddr.parseCIDR(text);
    const address = ipaddr.parse(text);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  } catch {
    return null;
  }
}

/** Whether the hub may connect to an address for somebody who chose it. */
export class Networks {
  private readonly allowed: readonly Network[];

  /** @param allowed networks besides the public internet, as CIDR */
  constructor(allowed: readonly string[]) {
    this.allowed = allowed.flatMap((text) => {
      const network = readNetwork(text);
      return network ? [network] : [];
    });
  }

  get allowsAny(): boolean {
    return this.allowed.length > 0;
  }

  /** Whether it is of the public internet or of an allowed network. What is no address is refused. */
  admits(text: string): boolean {
    return this.isAllowed(text) || isPublic(text);
  }

  /** Whether it is of a network that the operator has allowed. */
  isAllowed(text: string): boolean {
    const address = parse(text);
    return (
      address !== null &&
      this.allowed.some(
        ([network, bits]) => network.kind() === address.kind() && address.match(network, bits),
      )
    );
  }
}

/** 64:ff9b::/96 (RFC 6052) leads to the IPv4 address in its last 32 bits. */
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96');

/**
 * The address that is meant, with IPv4 that is written or reached as IPv6 taken out of it: ::ffff:127.0.0.1, 64:ff9b::7f00:1.
 * @returns null for what is no address
 */
function parse(text: string): Address | null {
  if (!ipaddr.isValid(text)) return null;
  const address = ipaddr.process(text);
  if (address.kind() === 'ipv4' || !address.match(NAT64)) return address;
  return ipaddr.fromByteArray(address.toByteArray().slice(12));
}

/**
 * Neither loopback, link-local, private nor of any other special purpose (IANA's registries of special-purpose addresses,
 * RFC 6890). Tunnels to IPv4, such as 6to4, are special too.
 */
const isPublic = (text: string): boolean => parse(text)?.range() === 'unicast';

/** The token of the networks that this hub may connect to. */
export const NETWORKS = Symbol('NETWORKS');
