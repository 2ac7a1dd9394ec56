import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import sql from 'sql-template-tag';
import { type Principal, principalOf, type Viewer } from '#access';
import { type StixObject, Unreadable, uuid5, WATCHFIRE_NAMESPACE } from '#exchange';
import { type Settings, settingsOf, TakeBundle } from '#imports';
import { Viewers } from '#members';
import { Clock, Database, Keyring, NETWORKS, type Networks, Refusal, timestamp } from '#platform';
import { openCredentials, type RemoteRow } from '../collections/stored.js';
import { PollFailed } from './failures.js';
import { knownOf, putKnown } from './known.js';
import { Leases } from './leases.js';
import { nextPoll } from './next-poll.js';
import { RevokeTaken } from './revoke-taken.js';
import { checked, sift } from './sift.js';
import { type Credentials, TaxiiClient } from './taxii-client.js';

const OBJECTS_A_PAGE = 1_000;
/** What is read before it is taken in: so much is kept in memory at once. */
const MOST_PAGES = 20;
const MOST_BYTES = 64 * 1024 * 1024;
const LONGEST_SAID = 300;

/** Where a collection is to be read on, and what came until there. */
interface Read {
  readonly objects: StixObject[];
  readonly refused: number;
  readonly addedAfter: string | null;
  readonly nextPage: string | null;
}

interface Counts {
  readonly taken: number;
  readonly left: number;
  readonly refused: number;
}

/**
 * Reads remote collections that are due. What was read is taken in and only then counts as read: after a failure or a crash it is
 * read again, and what is known by then is left.
 */
@Injectable()
export class PollRemotes implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(PollRemotes.name);
  private readonly client: TaxiiClient;

  constructor(
    private readonly database: Database,
    private readonly viewers: Viewers,
    private readonly leases: Leases,
    private readonly bundles: TakeBundle,
    private readonly revoking: RevokeTaken,
    private readonly keyring: Keyring,
    private readonly clock: Clock,
    @Inject(NETWORKS) networks: Networks,
  ) {
    this.client = new TaxiiClient(networks);
  }

  /** Reads all that are due, one after another. @param signal stops it between two pages */
  async catchUp(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const remote = await this.leases.take();
      if (!remote) return;
      await this.poll(remote, signal);
    }
  }

  /** Where one process works alone, whatever is leased was left by one that died. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.database.dialect === 'sqlite') await this.leases.takeFromTheDead();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.client.close();
  }

  private async poll(remote: RemoteRow, signal: AbortSignal): Promise<void> {
    const letGo = this.leases.keep(remote);
    try {
      const principal = await this.principalOf(remote);
      const read = await this.read(remote, signal);
      const counts = await this.takeIn(principal, remote, read);
      await this.succeeded(remote, read, counts);
    } catch (error) {
      if (signal.aborted) return this.leases.giveBack(remote);
      await this.failed(remote, this.asFailure(error));
    } finally {
      letGo();
    }
  }

  /** As they may act now. */
  private async principalOf({ personId }: RemoteRow): Promise<Principal & { readonly viewer: Viewer }> {
    const viewer = await this.database.read((tx) => this.viewers.load(tx, personId));
    if (!viewer?.active || !viewer.member.active)
      throw new PollFailed('NOT_ALLOWED', 'The person by whose rights it is taken in is suspended.');
    return { ...principalOf(viewer), viewer };
  }

  private async read(remote: RemoteRow, signal: AbortSignal): Promise<Read> {
    const credentials = openCredentials(this.keyring, remote);
    if (credentials === null)
      throw new PollFailed('NOT_ADMITTED', 'What it signs in by was sealed by a secret that is gone.');
    try {
      return await this.pages(remote, credentials, signal);
    } catch (error) {
      // A place in a list is the server's own, and it may have forgotten it.
      if (remote.nextPage === null || !(error instanceof PollFailed) || error.failure !== 'WRONG_ANSWER')
        throw error;
      return this.pages({ ...remote, nextPage: null }, credentials, signal);
    }
  }

  private async pages(remote: RemoteRow, credentials: Credentials, signal: AbortSignal): Promise<Read> {
    const objects: StixObject[] = [];
    const passed = new Set<string>();
    let { addedAfter, nextPage } = remote;
    let lastAdded = addedAfter;
    let refused = 0;
    let bytes = 0;
    for (let count = 0; count < MOST_PAGES && bytes < MOST_BYTES; count += 1) {
      const wish = { limit: OBJECTS_A_PAGE, credentials, now: this.clock.now(), signal };
      const page = await this.client.page(remote.url, { addedAfter, next: nextPage }, wish);
      const { good, refused: bad } = checked(page.objects);
      objects.push(...good);
      refused += bad;
      bytes += page.bytes;
      lastAdded = page.lastAdded ?? lastAdded;
      if (page.next === null) return { objects, refused, addedAfter: lastAdded, nextPage: null };
      if (passed.has(page.next)) throw new PollFailed('WRONG_ANSWER', 'Its pages lead in a circle.');
      passed.add(page.next);
      nextPage = page.next;
    }
    return { objects, refused, addedAfter, nextPage };
  }

  private async takeIn(
    principal: Principal & { readonly viewer: Viewer },
    remote: RemoteRow,
    { objects, refused }: Read,
  ): Promise<Counts> {
    const known = await this.database.read((tx) => knownOf(tx, objects));
    const sifted = sift(objects, known);
    if (sifted.objects.length > 0) {
      const bundle = {
        type: 'bundle',
        id: `bundle--${uuid5(WATCHFIRE_NAMESPACE, `${remote.id} ${remote.addedAfter} ${remote.nextPage}`)}`,
        objects: sifted.objects,
      };
      const body = Buffer.from(JSON.stringify(bundle));
      for await (const _ of this.bundles.take(principal, chunksOf(body), settingsFor(remote)));
    }
    await this.revoking.those(principal, sifted.revoked);
    return { taken: sifted.objects.length + sifted.revoked.length, left: sifted.left, refused };
  }

  private async succeeded(remote: RemoteRow, read: Read, { taken, left, refused }: Counts): Promise<void> {
    const now = this.clock.now();
    const more = read.nextPage !== null;
    const next = more ? now : nextPoll({ ...remote, failures: 0, notBefore: null }, now);
    await this.database.write(async (tx) => {
      await putKnown(tx, read.objects);
      await tx.execute(sql`
        UPDATE remote_collection SET added_after = ${read.addedAfter}, next_page = ${read.nextPage},
          next_poll_at = ${timestamp(next)}, last_polled_at = ${timestamp(now)}, failing_since = NULL, failures = 0,
          last_failure = NULL, said = NULL, leased_by = NULL, taken = taken + ${taken}, "left" = "left" + ${left},
          refused = refused + ${refused}
        WHERE id = ${remote.id} AND leased_by = ${remote.leasedBy}`);
    });
  }

  private async failed(remote: RemoteRow, { failure, message, notBefore }: PollFailed): Promise<void> {
    const now = this.clock.now();
    const failures = remote.failures + 1;
    const next = nextPoll({ everyMinutes: remote.everyMinutes, failures, notBefore }, now);
    await this.database.write((tx) =>
      tx.execute(sql`
        UPDATE remote_collection SET next_poll_at = ${timestamp(next)}, last_polled_at = ${timestamp(now)},
          failing_since = COALESCE(failing_since, ${timestamp(now)}), failures = ${failures}, last_failure = ${failure},
          said = ${message.slice(0, LONGEST_SAID)}, leased_by = NULL
        WHERE id = ${remote.id} AND leased_by = ${remote.leasedBy}`),
    );
  }

  private asFailure(error: unknown): PollFailed {
    if (error instanceof PollFailed) return error;
    if (error instanceof Unreadable)
      return new PollFailed('REFUSED', `${error.where} ${error.reason}`.trim());
    if (error instanceof Refusal)
      return new PollFailed(error.code === 'FORBIDDEN' ? 'NOT_ALLOWED' : 'REFUSED', error.message);
    this.logger.error('What came from a remote collection could not be taken in.', error);
    return new PollFailed('INTERNAL', 'It failed here; the log says why.');
  }
}

const settingsFor = ({ tlp, regions, releases }: RemoteRow): Settings => ({
  ...settingsOf({}),
  kind: 'BULLETIN',
  release: releases === 1,
  tlp,
  atLeast: tlp,
  regions: JSON.parse(regions) as string[],
});

async function* chunksOf(body: Buffer): AsyncGenerator<Buffer> {
  yield body;
}
