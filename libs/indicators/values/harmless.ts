import type { HarmlessKind } from '#contract';
import { liesIn, type Network, readNetwork } from './ip.js';
import type { Observable } from './observable.js';

/*
 * Values that are in so much harmless traffic that to block them hurts more than it helps. Written from the public registries
 * named beside each; it is meant to stop the usual slips, not to be complete.
 */

const networks = (...texts: string[]): Network[] => texts.map((text) => readNetwork(text) as Network);

/** IANA special-purpose address registries (RFC 6890): private, shared, loopback, link-local, documentation, multicast, reserved. */
const PRIVATE = networks(
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  '::/127',
  '100::/64',
  '2001:db8::/32',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
);

/** The public DNS services that most networks ask. */
const RESOLVERS = networks(
  '1.0.0.1',
  '1.1.1.1',
  '4.2.2.1',
  '4.2.2.2',
  '8.8.4.4',
  '8.8.8.8',
  '9.9.9.9',
  '149.112.112.112',
  '64.6.64.6',
  '64.6.65.6',
  '94.140.14.14',
  '94.140.15.15',
  '185.228.168.9',
  '208.67.220.220',
  '208.67.222.222',
  '2001:4860:4860::8844',
  '2001:4860:4860::8888',
  '2606:4700:4700::1001',
  '2606:4700:4700::1111',
  '2620:119:35::35',
  '2620:119:53::53',
  '2620:fe::9',
  '2620:fe::fe',
);

/** Digests of nothing. */
const EMPTY: ReadonlySet<string> = new Set([
  'd41d8cd98f00b204e9800998ecf8427e',
  'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e',
]);

/** Names that lead nowhere: RFC 6761 and RFC 2606. */
const RESERVED_NAMES = [
  'example',
  'invalid',
  'localhost',
  'test',
  'example.com',
  'example.net',
  'example.org',
];

/** The sites by which the nation votes and is told of it: every .gov, and what states run elsewhere is under their own .us. */
const ELECTION_SITES = ['gov', 'mil', ...stateSites(), 'vote.org', 'usvotefoundation.org', 'vote411.org'];

/** `co.dane.wi.us`, `state.wi.us` and the like: RFC 1480. */
function stateSites(): string[] {
  const states =
    'al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy as gu mp pr vi';
  return states.split(' ').map((state) => `${state}.us`);
}

/** Names on which half of the web depends. */
const POPULAR = [
  'apple.com',
  'amazonaws.com',
  'cloudflare.com',
  'facebook.com',
  'github.com',
  'google.com',
  'gstatic.com',
  'live.com',
  'microsoft.com',
  'microsoftonline.com',
  'office.com',
  'office365.com',
  'outlook.com',
  'windows.com',
  'windowsupdate.com',
  'youtube.com',
];

/** First bytes of IPv4 addresses that may be noted: most addresses are told apart by them alone. */
const NOTED = new Set(
  [...PRIVATE, ...RESOLVERS]
    .filter(({ family }) => family === 4)
    .flatMap(({ base, prefix }) => {
      const first = Number(base >> 24n);
      return Array.from({ length: prefix < 8 ? 2 ** (8 - prefix) : 1 }, (_, more) => first + more);
    }),
);

/** Why a value is well known to be harmless; none for most. */
export function harmless(observable: Observable): HarmlessKind | null {
  const { type, value } = observable;
  switch (type) {
    case 'IPV4':
    case 'IPV6': {
      if (type === 'IPV4' && !value.includes('/') && !NOTED.has(Number.parseInt(value, 10))) return null;
      const network = readNetwork(value);
      if (!network) return null;
      if (PRIVATE.some((known) => liesIn(network, known))) return 'PRIVATE_ADDRESS';
      return RESOLVERS.some((known) => liesIn(known, network)) ? 'PUBLIC_RESOLVER' : null;
    }
    case 'DOMAIN':
      return ofName(value);
    case 'URL': {
      const { hostname, pathname } = new URL(value);
      const network = readNetwork(hostname.replace(/^\[|\]$/g, ''));
      if (network) return PRIVATE.some((known) => liesIn(network, known)) ? 'PRIVATE_ADDRESS' : null;
      const kind = ofName(hostname);
      return kind === 'POPULAR_SITE' && pathname !== '/' ? null : kind;
    }
    case 'EMAIL':
      return isUnder(value.slice(value.lastIndexOf('@') + 1), ELECTION_SITES) ? 'ELECTION_SITE' : null;
    default:
      return EMPTY.has(value) ? 'EMPTY_FILE' : null;
  }
}

/** What lies under a popular name may be anybody's; the name itself and its www are not. */
function ofName(name: string): HarmlessKind | null {
  if (isUnder(name, RESERVED_NAMES)) return 'RESERVED_NAME';
  if (isUnder(name, ELECTION_SITES)) return 'ELECTION_SITE';
  return POPULAR.includes(name.replace(/^www\./, '')) ? 'POPULAR_SITE' : null;
}

const isUnder = (name: string, above: readonly string[]): boolean =>
  above.some((one) => name === one || name.endsWith(`.${one}`));
