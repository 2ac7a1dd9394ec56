import { createHash, randomUUID } from 'node:crypto';

/** Gives ids that say nothing: neither when, where nor in which order a thing was made. */
export abstract class Ids {
  /** A UUID of version 4 (RFC 9562, section 5.4), in lower case. */
  abstract id(): string;
}

export class RandomIds extends Ids {
  override id(): string {
    return randomUUID();
  }
}

/** The same ids in the same order for the same seed; for tests only, since they can be foretold. */
export class SeededIds extends Ids {
  private count = 0;

  constructor(private readonly seed: string | number = 'watchfire') {
    super();
  }

  override id(): string {
    this.count += 1;
    const bytes = createHash('sha256').update(`${this.seed}/${this.count}`).digest().subarray(0, 16);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
}
