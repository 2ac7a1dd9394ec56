import { type LookupAddress, type LookupOptions, lookup as resolveName } from 'node:dns';
import { isIP, type Socket } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { AddressRefused, type Networks } from './networks.js';

const CONNECTS_WITHIN = 5_000;

type Resolved = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * Connects to addresses that others chose. Each is looked at when it is connected to and not before, since a name may mean another
 * address by then. What is refused fails with AddressRefused.
 */
export function guardedAgent(networks: Networks, options: Omit<Agent.Options, 'connect'>): Agent {
  const guard = new Guard(networks);
  const open = buildConnector({
    timeout: CONNECTS_WITHIN,
    lookup: (name: string, wish: LookupOptions, done: Resolved) => guard.lookup(name, wish, done),
  });
  return new Agent({ ...options, connect: (wish, done) => guard.connect(open, wish, done) });
}

class Guard {
  constructor(private readonly networks: Networks) {}

  /** A host that is an address is never looked up; and whatever the look-up said, the socket tells where it leads. */
  connect(
    open: buildConnector.connector,
    options: buildConnector.Options,
    callback: buildConnector.Callback,
  ): void {
    const host = options.hostname.replace(/^\[|\]$/g, '');
    const plain = options.protocol === 'http:';
    const refused = () => new AddressRefused('The address lies in a network to which nothing is sent.');
    if (isIP(host) !== 0 && !this.admits(host, plain)) {
      callback(refused(), null);
      return;
    }
    open(options, (...[error, socket]) => {
      if (error) return callback(error, null);
      if (this.admits((socket as Socket).remoteAddress ?? '', plain)) return callback(null, socket as Socket);
      (socket as Socket).destroy();
      callback(refused(), null);
    });
  }

  lookup(name: string, options: LookupOptions, done: Resolved): void {
    resolveName(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      const admitted = found.filter(({ address }) => this.networks.admits(address));
      const [first] = admitted;
      if (!first) return done(new AddressRefused(`${name} leads to a network to which nothing is sent.`), []);
      if (options.all) done(null, admitted);
      else done(null, first.address, first.family);
    });
  }

  /** What is not encrypted stays in networks that the operator allows. */
  private admits(address: string, plain: boolean): boolean {
    return plain ? this.networks.isAllowed(address) : this.networks.admits(address);
  }
}
