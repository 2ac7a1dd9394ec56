import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Arrival, Opening } from './listeners.js';

/** As many as the machine has left over beside a server. */
const PROCESSES = 2;

/** The listeners of one server, in processes of their own. */
export class Crowd {
  private readonly children: ChildProcess[] = [];

  private constructor(private readonly network: number) {
    for (let count = 0; count < PROCESSES; count += 1) {
      this.children.push(
        fork(join(import.meta.dirname, 'listeners.js'), [], { env: { PATH: process.env.PATH } }),
      );
    }
    process.once('exit', this.kill);
  }

  /** @throws when a socket cannot be opened */
  static async open(opening: Opening): Promise<Crowd> {
    const crowd = new Crowd(opening.network);
    const answers = await Promise.all(
      crowd.children.map((child, place) => {
        const tokens = opening.tokens.filter((_, number) => number % PROCESSES === place);
        child.send({ ...opening, tokens, network: crowd.network + place });
        return once(child, 'message') as Promise<[{ readonly opened: number } | { readonly failed: string }]>;
      }),
    );
    for (const [answer] of answers) if ('failed' in answer) throw new Error(answer.failed);
    return crowd;
  }

  /** When everybody has the next message. @throws when that takes too long */
  async next(withinMs: number): Promise<Arrival> {
    const signal = AbortSignal.timeout(withinMs);
    const arrivals = await Promise.all(this.children.map((child) => once(child, 'message', { signal })));
    const all = arrivals.map(([arrival]) => arrival as Arrival);
    const first = Math.min(...all.map((one) => one.first));
    const last = Math.max(...all.map((one) => one.last));
    return { first, last, message: all[0]?.message ?? '' };
  }

  stop(): void {
    process.off('exit', this.kill);
    this.kill();
  }

  private readonly kill = (): void => {
    for (const child of this.children) child.kill('SIGKILL');
  };
}
