import { setTimeout as sleep } from 'node:timers/promises';
import { type Dispatcher, Pool } from 'undici';
import { Random } from '../data/random.js';
import { quantile } from '../report/statistics.js';

/** A request that is sent again and again. */
export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface LoadJob {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Sent in turns. */
  readonly requests: readonly LoadRequest[];
  readonly seconds: number;
  /** So many connections, each of which sends when it has been answered; or so many requests a second, answered or not. */
  readonly shape: { readonly connections: number } | { readonly rate: number };
}

export interface LoadResult {
  readonly answered: number;
  /** Answers other than 200, and requests without one. */
  readonly failed: number;
  readonly bytes: number;
  readonly seconds: number;
  /** Milliseconds from a request to the end of its answer. */
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

/** Enough that no request of the open form waits for a connection of ours. */
const MOST_CONNECTIONS = 256;

class Load {
  private readonly times: number[] = [];
  private failed = 0;
  private bytes = 0;
  private next = 0;

  constructor(
    private readonly pool: Pool,
    private readonly job: LoadJob,
  ) {}

  /** @param done is told of the answer */
  send(done: () => void): void {
    const { requests } = this.job;
    const { path, method, headers, body } = requests[this.next % requests.length] as LoadRequest;
    this.next += 1;
    const start = performance.now();
    let status = 0;
    const end = () => {
      if (status === 200) this.times.push(performance.now() - start);
      else this.failed += 1;
      done();
    };
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart() {},
      onResponseStart: (_, code) => {
        status = code;
      },
      onResponseData: (_, chunk) => {
        this.bytes += chunk.length;
      },
      onResponseEnd: end,
      onResponseError: () => {
        status = 0;
        end();
      },
    };
    this.pool.dispatch({ path, method, headers, body }, handler);
  }

  async closed(connections: number, until: number): Promise<void> {
    const one = (): Promise<void> =>
      new Promise((resolve) => {
        const again = () => (performance.now() < until ? this.send(again) : resolve());
        again();
      });
    await Promise.all(Array.from({ length: connections }, one));
  }

  /**
   * Requests come by chance, as those of people do who know nothing of each other: a Poisson process, to within a millisecond.
   * None waits for the answer to another.
   */
  async open(rate: number, until: number): Promise<void> {
    const random = new Random(1);
    let waiting = 0;
    for (let due = performance.now(); due < until; due += (-Math.log(1 - random.part()) * 1000) / rate) {
      while (performance.now() < due) await sleep(1);
      waiting += 1;
      this.send(() => {
        waiting -= 1;
      });
    }
    while (waiting > 0) await sleep(5);
  }

  result(seconds: number): LoadResult {
    const { times, failed, bytes } = this;
    const [p50, p99, most] = [0.5, 0.99, 1].map((part) => quantile(times, part)) as [number, number, number];
    return { answered: times.length, failed, bytes, seconds, p50, p99, most };
  }
}

async function carryOut(job: LoadJob): Promise<LoadResult> {
  const { shape } = job;
  const connections = 'connections' in shape ? shape.connections : MOST_CONNECTIONS;
  const pool = new Pool(job.origin, { connections, pipelining: 1 });
  const load = new Load(pool, job);
  const start = performance.now();
  const until = start + job.seconds * 1000;
  if ('connections' in shape) await load.closed(shape.connections, until);
  else await load.open(shape.rate, until);
  const result = load.result((performance.now() - start) / 1000);
  await pool.close();
  return result;
}

/** A process of its own, so that what it costs to ask is not paid by who answers. */
process.on('message', (job: LoadJob) => {
  carryOut(job).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
