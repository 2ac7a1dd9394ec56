import { type LookupAddress, type LookupOptions, lookup as resolveName } from 'node:dns';
import { isIP, type Socket } from 'node:net';
import { Agent, buildConnector } from 'undici';
import type { Answered } from './answer.js';
import { AddressRefused, type Networks } from './networks.js';

const CONNECTS_WITHIN = 5_000;
const ANSWERS_WITHIN = 15_000;
/** Headers of an answer; of its body nothing is kept. Bytes. */
const MOST_HEADERS = 16 * 1024;
const MOST_BODY = 16 * 1024;
/** What is left of an answer's body after so long is not waited for. Milliseconds. */
const BODY_WITHIN = 5_000;
const IDLE = 10_000;
/** To one host and port. */
const CONNECTIONS = 128;

type Resolved = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * Posts to addresses that strangers chose. Each is looked at when it is connected to and not before, since a name may mean
 * another address by then; redirects are not followed; time and size are bounded.
 */
export class WebhookClient {
  private readonly agent: Agent;

  constructor(private readonly networks: Networks) {
    const connect = buildConnector({
      timeout: CONNECTS_WITHIN,
      lookup: (name: string, options: LookupOptions, done: Resolved) => this.lookup(name, options, done),
    });
    this.agent = new Agent({
      connect: (options, callback) => this.connect(connect, options, callback),
      connections: CONNECTIONS,
      pipelining: 1,
      headersTimeout: ANSWERS_WITHIN,
      bodyTimeout: BODY_WITHIN,
      maxHeaderSize: MOST_HEADERS,
      keepAliveTimeout: IDLE,
    });
  }

  /**
   * An answer is known by its status. Its body is read past, so that the connection can be used again, unless it is long or slow.
   * @throws AddressRefused; whatever keeps the request from being answered in time
   */
  post(url: URL, headers: Record<string, string>, body: string): Promise<Answered> {
    const request = {
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'POST',
      headers,
      body,
    } as const;
    return new Promise((resolve, reject) => {
      let size = 0;
      let until = Number.POSITIVE_INFINITY;
      this.agent.dispatch(request, {
        onRequestStart: () => {},
        onResponseStart: (_, status, told) => {
          if (status < 200) return;
          until = performance.now() + BODY_WITHIN;
          resolve({ status, headers: told });
        },
        onResponseData: (controller, chunk) => {
          size += chunk.length;
          if (size > MOST_BODY || performance.now() > until)
            controller.abort(new Error('The answer is too long.'));
        },
        onResponseEnd: () => {},
        onResponseError: (_, error) => reject(error),
      });
    });
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }

  /** A host that is an address is never looked up; and whatever the look-up said, the socket tells where it leads. */
  private connect(
    connect: buildConnector.connector,
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
    connect(options, (...[error, socket]) => {
      if (error) return callback(error, null);
      if (this.admits((socket as Socket).remoteAddress ?? '', plain)) return callback(null, socket as Socket);
      (socket as Socket).destroy();
      callback(refused(), null);
    });
  }

  /** What is not encrypted stays in networks that the operator allows. */
  private admits(address: string, plain: boolean): boolean {
    return plain ? this.networks.isAllowed(address) : this.networks.admits(address);
  }

  private lookup(name: string, options: LookupOptions, done: Resolved): void {
    resolveName(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      const admitted = found.filter(({ address }) => this.networks.admits(address));
      const [first] = admitted;
      if (!first) return done(new AddressRefused(`${name} leads to a network to which nothing is sent.`), []);
      if (options.all) done(null, admitted);
      else done(null, first.address, first.family);
    });
  }
}
