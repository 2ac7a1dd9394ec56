import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { LoadJob, LoadResult } from './load.js';

const START_LIMIT = 60_000;
const STOP_LIMIT = 10_000;
/** A program of the build, by its path in the checkout. */
const built = (path: string): string => join(import.meta.dirname, '../../..', path);

/** Nothing that was started here outlives this process. */
const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

function started(child: ChildProcess): ChildProcess {
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** A server of this bench in a process of its own. */
export class Server {
  private constructor(
    readonly origin: string,
    private readonly child: ChildProcess,
  ) {}

  /** @param profile a file for the CPU profile that `profiled` writes */
  static async start(
    program: string,
    env: Readonly<Record<string, string>>,
    profile?: string,
  ): Promise<Server> {
    const port = await freePort();
    const preload = profile ? ['--import', join(import.meta.dirname, 'profiler.js')] : [];
    const forked = fork(built(program), [], {
      execArgv: preload,
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        PORT: String(port),
        ...env,
        ...(profile ? { WATCHFIRE_BENCH_PROFILE: profile } : {}),
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const server = new Server(`http://127.0.0.1:${port}`, started(forked));
    await server.ready();
    return server;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Milliseconds of a processor that the server has used so far; NaN where the system does not tell. */
  get used(): number {
    try {
      // The fields after the name, which stands in brackets: proc(5), of which 14 and 15 count hundredths of a second.
      const fields =
        readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * 10;
    } catch {
      return Number.NaN;
    }
  }

  /** Runs `work` with the processor's time written down. */
  async profiled(work: () => Promise<unknown>): Promise<void> {
    this.child.kill('SIGUSR2');
    await work();
    const written = once(this.child, 'message');
    this.child.kill('SIGUSR2');
    await written;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const late = setTimeout(() => this.child.kill('SIGKILL'), STOP_LIMIT);
    await ended;
    clearTimeout(late);
  }

  private async ready(): Promise<void> {
    for (const start = performance.now(); performance.now() - start < START_LIMIT; ) {
      if (this.child.exitCode !== null)
        throw new Error(`A server ended before it was ready, with ${this.child.exitCode}.`);
      const answer = await fetch(`${this.origin}/readyz`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await this.stop();
    throw new Error('A server was not ready in time.');
  }
}

/** The process that asks. */
export class LoadProcess {
  private readonly child = started(
    fork(join(import.meta.dirname, 'load.js'), [], { env: { PATH: process.env.PATH } }),
  );
  private readonly ended = once(this.child, 'exit').then(() => {
    throw new Error('The process that asks has ended.');
  });

  constructor() {
    // Only a job that is under way minds its end.
    this.ended.catch(() => {});
  }

  /** @throws when anything but 200 was answered */
  async run(job: LoadJob): Promise<LoadResult> {
    const answered = once(this.child, 'message');
    this.child.send(job);
    const [result] = (await Promise.race([answered, this.ended])) as [LoadResult];
    if (result.failed > 0)
      throw new Error(`${result.failed} requests failed, ${result.answered} were answered.`);
    return result;
  }

  stop(): void {
    this.child.kill();
  }
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
