import { randomUUID } from 'node:crypto';
import { Failure } from '../failure.js';
import type { Bearers } from './bearers.js';
import type { Document } from './document.js';
import { post, Unreachable } from './post.js';
import { persistently } from './retry.js';

/** What the command calls itself to the hub. */
export const CLIENT = `watchfire-cli node/${process.versions.node}`;

interface Performing {
  /** The person's own repetition key; one is made otherwise. */
  readonly idempotencyKey?: string | undefined;
  /** The key to repeat the whole command with, where this is but a part of it. */
  readonly commandKey?: string;
  /** Whether a key for programs does not carry this, so that a session is needed. */
  readonly session?: boolean;
}

/** A hub and whoever asks it. */
export class Hub {
  constructor(
    readonly url: string,
    readonly bearers: Bearers,
    private readonly waits?: readonly number[],
  ) {}

  /** Reads; tried again when the connection breaks. `session` where a key for programs is not told. */
  async read<R, V>(document: Document<R, V>, variables: V, { session = false } = {}): Promise<R> {
    const bearer = await this.bearer(session);
    return persistently(() => this.post(document, variables, bearer), this.waits);
  }

  /** Changes something that cannot be repeated safely: tried once. */
  async once<R, V>(document: Document<R, V>, variables: V): Promise<R> {
    return this.post(document, variables, await this.bearer(true));
  }

  /**
   * Changes something under an idempotency key, so that it happens once however often it is tried.
   * When it stays unknown whether it happened, the failure names the key.
   */
  async perform<R, I extends object>(
    document: Document<R, { input: I }>,
    input: Omit<I, 'idempotencyKey'>,
    { idempotencyKey = randomUUID(), commandKey = idempotencyKey, session = false }: Performing = {},
  ): Promise<R> {
    const bearer = await this.bearer(session);
    const variables = { input: { ...input, idempotencyKey } as unknown as I };
    try {
      return await persistently(() => this.post(document, variables, bearer), this.waits);
    } catch (error) {
      if (!(error instanceof Unreachable) || !error.sent) throw error;
      throw new Failure(
        'UNREACHABLE',
        `${error.message} It is not known whether it was done: repeat the same command with --idempotency-key ${commandKey}, and it is done once.`,
        { cause: error },
      );
    }
  }

  private bearer(session: boolean): Promise<string | null> {
    return session ? this.bearers.forSession() : this.bearers.forReading();
  }

  private post<R, V>(document: Document<R, V>, variables: V, bearer: string | null): Promise<R> {
    return post({ hub: this.url, document, variables, bearer, client: CLIENT });
  }
}
