import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import { canonicalEmail } from '#members';
import { Clock, Database, Keyring, rateLimited, type Tx, timestamp, type WriteTx } from '#platform';
import { networkOf } from './network.js';
import {
  ACCOUNT_RULE,
  ADDRESS_RULE,
  MAILBOX_RULE,
  NO_TRIES,
  type ThrottleRule,
  type Tries,
} from './throttle-rule.js';

const DAY = 24 * 60 * 60_000;
const FORGET_AFTER = 30 * DAY;
const MOST_ROWS = 200_000;
const TIDY_EVERY = 60_000;
const LOCKED = 100;

/** A try that is under way, and counted as failed until it succeeds. */
export interface Admission {
  readonly account: string;
  readonly address: string;
}

/**
 * Bounds how often a password may be tried, for each account and each network. Counts are in the database, so all hubs share
 * them, and a try is counted before it is made, so none made at once slip through. Accounts that do not exist are counted alike.
 */
@Injectable()
export class Throttle {
  private tidied = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keyring: Keyring,
  ) {}

  /** @throws Refusal RATE_LIMITED, whether the account exists or not and the password is right or not */
  async admit(email: string, address: string): Promise<Admission> {
    const admission = {
      account: this.bucketOf('account', canonicalEmail(email)),
      address: this.bucketOf('address', networkOf(address)),
    };
    await this.pass([
      [admission.account, ACCOUNT_RULE],
      [admission.address, ADDRESS_RULE],
    ]);
    return admission;
  }

  /**
   * Bounds requests for a link by mail, apart from tries to sign in: nobody can lock another out by asking.
   * @throws Refusal RATE_LIMITED, whether the account exists or not
   */
  async admitReset(email: string, address: string): Promise<void> {
    await this.pass([
      [this.bucketOf('mailbox', canonicalEmail(email)), MAILBOX_RULE],
      [this.bucketOf('asking', networkOf(address)), ADDRESS_RULE],
    ]);
  }

  /** The try was right: the account's failures are forgotten, the network's are one less. */
  async succeeded(tx: WriteTx, { account, address }: Admission): Promise<void> {
    await tx.execute(sql`DELETE FROM sign_in_failure WHERE bucket = ${account}`);
    await tx.execute(
      sql`UPDATE sign_in_failure SET in_window = in_window - 1 WHERE bucket = ${address} AND in_window > 0`,
    );
  }

  /** Forgets the failures of an account, also where they have locked it: its password was set anew. */
  async unlock(tx: WriteTx, email: string): Promise<void> {
    await tx.execute(
      sql`DELETE FROM sign_in_failure WHERE bucket = ${this.bucketOf('account', canonicalEmail(email))}`,
    );
  }

  private bucketOf(kind: 'account' | 'address' | 'mailbox' | 'asking', name: string): string {
    return createHmac('sha256', this.keyring.signingKey('throttle'))
      .update(`${kind}:${name}`)
      .digest('base64url');
  }

  private async pass(buckets: readonly Bucket[]): Promise<void> {
    const now = this.clock.now().getTime();
    await this.database.read((tx) => this.check(tx, buckets, now));
    await this.database.write(async (tx) => {
      await this.tidy(tx, now);
      for (const [bucket, rule] of buckets) await this.count(tx, bucket, rule, now);
    });
  }

  private async check(tx: Tx, buckets: readonly Bucket[], now: number): Promise<void> {
    const names = buckets.map(([bucket]) => bucket);
    const rows = await tx.rows<Row>(sql`SELECT * FROM sign_in_failure WHERE bucket IN (${join(names)})`);
    const rules = new Map(buckets);
    if (!rows.every((row) => rules.get(row.bucket)?.mayTry(toTries(row), now))) throw rateLimited();
  }

  private async count(tx: WriteTx, bucket: string, rule: ThrottleRule, now: number): Promise<void> {
    const none = toColumns(NO_TRIES);
    const at = timestamp(new Date(now));
    const [row] = await tx.rows<Row>(sql`
      INSERT INTO sign_in_failure (bucket, window_start, in_window, in_a_row, blocked_until, updated_at)
      VALUES (${bucket}, ${none.windowStart}, 0, 0, ${none.blockedUntil}, ${at})
      ON CONFLICT (bucket) DO UPDATE SET updated_at = ${at} RETURNING *`);
    const tries = row ? toTries(row) : NO_TRIES;
    if (!rule.mayTry(tries, now)) throw rateLimited();
    const next = toColumns(rule.withOneMore(tries, now));
    await tx.execute(sql`
      UPDATE sign_in_failure SET window_start = ${next.windowStart}, in_window = ${next.inWindow},
        in_a_row = ${next.inARow}, blocked_until = ${next.blockedUntil} WHERE bucket = ${bucket}`);
  }

  /** Once a minute, forgets what is long past, and the oldest beyond the most rows; locked accounts stay locked. */
  private async tidy(tx: WriteTx, now: number): Promise<void> {
    if (Math.abs(now - this.tidied) < TIDY_EVERY) return;
    this.tidied = now;
    const old = timestamp(new Date(now - FORGET_AFTER));
    await tx.execute(sql`DELETE FROM sign_in_failure WHERE updated_at < ${old} AND in_a_row < ${LOCKED}`);
    await tx.execute(sql`
      DELETE FROM sign_in_failure WHERE in_a_row < ${LOCKED} AND bucket IN (
        SELECT bucket FROM sign_in_failure ORDER BY updated_at DESC LIMIT 1000000 OFFSET ${MOST_ROWS})`);
  }
}

/** What is counted, and by which rule. */
type Bucket = readonly [bucket: string, rule: ThrottleRule];

interface Row {
  readonly bucket: string;
  readonly window_start: string;
  readonly in_window: number;
  readonly in_a_row: number;
  readonly blocked_until: string;
}

const toTries = (row: Row): Tries => ({
  windowStart: Date.parse(row.window_start),
  inWindow: row.in_window,
  inARow: row.in_a_row,
  blockedUntil: Date.parse(row.blocked_until),
});

const toColumns = (tries: Tries) => ({
  ...tries,
  windowStart: timestamp(new Date(tries.windowStart)),
  blockedUntil: timestamp(new Date(tries.blockedUntil)),
});
