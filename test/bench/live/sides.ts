import { createServer } from 'node:net';
import { join } from 'node:path';
import { Server } from '../http/processes.js';
import { Crowd } from './crowd.js';
import type { Arrival } from './listeners.js';

/** What `gauge.ts` tells. */
interface Gauge {
  /** Bytes. */
  readonly memory: number;
  /** Milliseconds of a processor. */
  readonly used: number;
}

/** One message to everybody. */
export interface Broadcast {
  /** Milliseconds from when it was asked for. */
  readonly fromRequest: number;
  /** Milliseconds from when it was released to when the last had it. */
  readonly toLast: number;
  readonly toFirst: number;
  /** Milliseconds of a processor that the server used for it. */
  readonly used: number;
  readonly message: string;
}

const WITHIN = 60_000;
/** Until the server has done what it does after everybody has been served. */
const REST = 400;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export interface SideOptions {
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
  readonly tokens: readonly (string | null)[];
  readonly query: string | null;
  readonly network: number;
  /** Makes the server send something to everybody. @returns when it began, in milliseconds since 1970 */
  readonly trigger: (origin: string) => Promise<number>;
}

/** A server and its listeners. */
export class Side {
  private constructor(
    private readonly server: Server,
    private readonly gaugePort: number,
    private readonly crowd: Crowd,
    private readonly trigger: SideOptions['trigger'],
    /** Bytes that the server takes for each listener. */
    readonly memory: number,
  ) {}

  static async open({ program, env, tokens, query, network, trigger }: SideOptions): Promise<Side> {
    const gaugePort = await freePort();
    const preload = `--import=${join(import.meta.dirname, 'gauge.js')}`;
    const server = await Server.start(program, {
      ...env,
      NODE_OPTIONS: preload,
      WATCHFIRE_BENCH_GAUGE: String(gaugePort),
    });
    const url = `${server.origin.replace('http', 'ws')}/graphql`;
    try {
      const before = await gauge(gaugePort, '/memory');
      const crowd = await Crowd.open({ url, tokens, query, network });
      await pause(2_000);
      const after = await gauge(gaugePort, '/memory');
      return new Side(server, gaugePort, crowd, trigger, (after.memory - before.memory) / tokens.length);
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  async broadcast(): Promise<Broadcast> {
    const before = await gauge(this.gaugePort, '/used');
    const arriving = this.crowd.next(WITHIN);
    const asked = Date.now();
    const [began, { first, last, message }]: [number, Arrival] = await Promise.all([
      this.trigger(this.server.origin),
      arriving,
    ]);
    await pause(REST);
    const after = await gauge(this.gaugePort, '/used');
    return {
      fromRequest: last - asked,
      toLast: last - began,
      toFirst: first - began,
      used: after.used - before.used,
      message,
    };
  }

  async close(): Promise<void> {
    this.crowd.stop();
    await this.server.stop();
  }
}

async function gauge(port: number, path: '/memory' | '/used'): Promise<Gauge> {
  return (await (await fetch(`http://127.0.0.1:${port}${path}`)).json()) as Gauge;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
