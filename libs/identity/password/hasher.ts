import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { unavailable } from '#platform';
import { canonicalPassword } from './rules.js';

/** argon2id, which is the package's default, with 19 MiB, two passes and one lane: OWASP Password Storage Cheat Sheet. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** At once: a storm of sign-ins takes 38 MiB and one core or two, and no more. */
const AT_ONCE = 2;
const MOST_WAITING = 100;

/** Hashes and verifies passwords, few at a time. */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private nobodys: Promise<string> | undefined;

  /** @throws Refusal UNAVAILABLE when too many wait */
  hash(password: string): Promise<string> {
    return this.turn(() => hash(canonicalPassword(password), PARAMETERS));
  }

  /**
   * @param hashed `null` where there is no account: it takes as long and is never right
   * @throws Refusal UNAVAILABLE when too many wait
   */
  async verify(hashed: string | null, password: string): Promise<boolean> {
    this.nobodys ??= hash(randomBytes(32), PARAMETERS);
    const against = hashed ?? (await this.nobodys);
    const right = await this.turn(() => verify(against, canonicalPassword(password)));
    return right && hashed !== null;
  }

  private async turn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < AT_ONCE) this.running += 1;
    else await this.wait();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private wait(): Promise<void> {
    if (this.waiting.length >= MOST_WAITING) {
      throw unavailable('Too many are signing in just now. Try again soon.', {
        detail: 'the queue of passwords is full',
      });
    }
    return new Promise((resolve) => {
      this.waiting.push(resolve);
    });
  }
}
