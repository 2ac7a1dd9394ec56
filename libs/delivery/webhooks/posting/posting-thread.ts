import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageFolder } from '#platform';
import type { Outcome } from '../../channels/channel.js';
import type { Asked, Posting, Told } from './posting.js';

/** Made by the build from `thread.ts`, also where the sources run as in tests: Node starts no thread from TypeScript. */
const PROGRAM = join(packageFolder, 'dist/threads/webhooks.mjs');

/**
 * Thousands of postings are on their way for some tenths of a second. Where what is young has less room, the collector copies them about
 * meanwhile, with helpers of its own on all processors. MiB.
 */
const ROOM_FOR_THE_YOUNG = 64;

interface Waiting {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Posts in a thread of its own, so that nobody who asks the hub for something waits for thousands of signatures and requests. It
 * starts with the first posting, and anew after it has died.
 */
export class PostingThread {
  private thread: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private count = 0;
  /** What goes to the thread together. */
  private next: { postings: Asked['postings'][number][]; bodies: Map<Uint8Array, number> } | undefined;

  /** @param networks to which it may connect besides the public internet, as CIDR */
  constructor(private readonly networks: readonly string[]) {}

  /** @throws Error where the fault is ours, as when the thread died meanwhile: whether it was posted is not known */
  post(posting: Posting, body: Uint8Array): Promise<Outcome> {
    this.next ??= this.begin();
    const { postings, bodies } = this.next;
    const place = bodies.get(body) ?? bodies.size;
    bodies.set(body, place);
    this.count += 1;
    postings.push({ ...posting, number: this.count, body: place });
    return new Promise((resolve, reject) => this.waiting.set(this.count, { resolve, reject }));
  }

  /** Nobody is told any more. */
  async close(): Promise<void> {
    this.next = undefined;
    this.waiting.clear();
    await this.thread?.terminate();
  }

  private begin() {
    setImmediate(() => this.hand());
    return { postings: [], bodies: new Map() };
  }

  private hand(): void {
    if (!this.next) return;
    const { postings, bodies } = this.next;
    this.next = undefined;
    this.thread ??= this.start();
    this.thread.postMessage({ bodies: [...bodies.keys()], postings } satisfies Asked);
  }

  private start(): Worker {
    const thread = new Worker(PROGRAM, {
      workerData: this.networks,
      resourceLimits: { maxYoungGenerationSizeMb: ROOM_FOR_THE_YOUNG },
    });
    let why = new Error('The thread that posts webhooks has ended.');
    thread.on('message', (told: Told) => {
      for (const [number, outcome] of told) {
        const one = this.take(number);
        if ('state' in outcome) one?.resolve(outcome);
        else one?.reject(outcome);
      }
    });
    thread.once('error', (error: Error) => {
      why = error;
    });
    thread.once('exit', () => {
      this.thread = undefined;
      for (const number of [...this.waiting.keys()]) this.take(number)?.reject(why);
    });
    thread.unref();
    return thread;
  }

  private take(number: number): Waiting | undefined {
    const one = this.waiting.get(number);
    this.waiting.delete(number);
    return one;
  }
}
