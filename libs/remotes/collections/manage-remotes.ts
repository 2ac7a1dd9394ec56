import { Inject, Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { mayEver, type Principal, type Tlp } from '#access';
import { Acting } from '#audit';
import type {
  AddRemoteCollectionInput,
  PollRemoteCollectionInput,
  RemoteCredentialsInput,
  RemoveRemoteCollectionInput,
  UpdateRemoteCollectionInput,
} from '#contract';
import { isId, Viewers } from '#members';
import {
  badInput,
  Clock,
  Ids,
  Keyring,
  NETWORKS,
  type Networks,
  notFound,
  readOutgoingUrl,
  timestamp,
  type WriteTx,
} from '#platform';
import { RegionsService } from '#regions';
import { RemoteCollectionRow } from '../remote-collection.entity.js';
import { MOST_REMOTES } from './read-remotes.js';
import { collectionUrl, readCredentials, readMinutes, readName } from './read-wish.js';
import { credentialsOf, type RemoteRow, remoteOf } from './stored.js';

const MOST_REGIONS = 100;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
const ACTION = 'remote.manage';
const OBJECT = 'remoteCollection';

/** Adds, changes and removes remote collections. */
@Injectable()
export class ManageRemotes {
  constructor(
    private readonly acting: Acting,
    private readonly viewers: Viewers,
    private readonly regions: RegionsService,
    private readonly keyring: Keyring,
    private readonly ids: Ids,
    private readonly clock: Clock,
    @Inject(NETWORKS) private readonly networks: Networks,
  ) {}

  /** @returns its id @throws Refusal FORBIDDEN, BAD_INPUT naming the field */
  add(principal: Principal, input: AddRemoteCollectionInput): Promise<string> {
    const deed = { principal, action: ACTION, operation: 'addRemoteCollection', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const id = this.ids.id();
      const url = collectionUrl(readOutgoingUrl(input.url, this.networks, ['input', 'url']));
      const row = {
        ...{ id, url, name: readName(input.name), ...this.sealed(id, input.credentials) },
        personId: await this.person(tx, input.personId),
        tlp: readTlp(input.tlp ?? 'AMBER'),
        regions: JSON.stringify(await this.codes(tx, input.regions ?? [])),
        releases: input.releases ? 1 : 0,
        everyMinutes: readMinutes(input.everyMinutes ?? 15),
        addedAfter: readMoment(input.readFrom),
      };
      await makeRoom(tx);
      const now = timestamp(this.clock.now());
      await tx.manager.insert(RemoteCollectionRow, { ...row, ...FRESH, nextPollAt: now, createdAt: now });
      tell({ objectType: OBJECT, objectId: id, detail: detailOf(row) });
      return id;
    });
  }

  /** @returns its id @throws Refusal NOT_FOUND, FORBIDDEN, BAD_INPUT naming the field */
  update(principal: Principal, input: UpdateRemoteCollectionInput): Promise<string> {
    return this.on(principal, 'updateRemoteCollection', input, async (tx, remote) => {
      const { id } = remote;
      const changed = {
        ...(input.name == null ? {} : { name: readName(input.name) }),
        ...(input.credentials == null ? {} : this.sealed(id, input.credentials)),
        ...(input.personId == null ? {} : { personId: await this.person(tx, input.personId) }),
        ...(input.tlp == null ? {} : { tlp: readTlp(input.tlp) }),
        ...(input.regions == null ? {} : { regions: JSON.stringify(await this.codes(tx, input.regions)) }),
        ...(input.releases == null ? {} : { releases: input.releases ? 1 : 0 }),
        ...(input.everyMinutes == null ? {} : { everyMinutes: readMinutes(input.everyMinutes) }),
        ...(input.active == null ? {} : { state: input.active ? ('ACTIVE' as const) : ('PAUSED' as const) }),
      };
      await tx.manager.update(RemoteCollectionRow, id, {
        ...changed,
        nextPollAt: timestamp(this.clock.now()),
      });
      return detailOf({ ...remote, ...changed });
    });
  }

  /** @returns its id @throws Refusal NOT_FOUND, FORBIDDEN */
  remove(principal: Principal, input: RemoveRemoteCollectionInput): Promise<string> {
    return this.on(principal, 'removeRemoteCollection', input, async (tx, { id }) => {
      await tx.execute(sql`DELETE FROM remote_collection WHERE id = ${id}`);
      return {};
    });
  }

  /** @returns its id @throws Refusal NOT_FOUND, FORBIDDEN */
  pollNow(principal: Principal, input: PollRemoteCollectionInput): Promise<string> {
    return this.on(principal, 'pollRemoteCollection', input, async (tx, { id }) => {
      await tx.execute(
        sql`UPDATE remote_collection SET next_poll_at = ${timestamp(this.clock.now())} WHERE id = ${id}`,
      );
      return {};
    });
  }

  /** @param work does it with the collection locked, and gives the detail of its audit entry */
  private on(
    principal: Principal,
    operation: string,
    input: { readonly id: string; readonly idempotencyKey?: string | null },
    work: (tx: WriteTx, remote: RemoteRow) => Promise<Readonly<Record<string, unknown>>>,
  ): Promise<string> {
    return this.acting.perform({ principal, action: ACTION, operation, input }, async (tx, tell) => {
      const remote = await remoteOf(tx, input.id, tx.forUpdate);
      if (!remote) throw notFound();
      const detail = await work(tx, remote);
      tell({ objectType: OBJECT, objectId: remote.id, detail });
      return remote.id;
    });
  }

  private sealed(
    id: string,
    input: RemoteCredentialsInput | null | undefined,
  ): Pick<RemoteRow, 'signsInBy' | 'credentials'> {
    const credentials = readCredentials(input);
    if (credentials.by === 'NOTHING') return { signsInBy: 'NOTHING', credentials: null };
    const text = JSON.stringify(credentials);
    return { signsInBy: credentials.by, credentials: credentialsOf(this.keyring).seal(id, text) };
  }

  /** Somebody who writes for their member. */
  private async person(tx: WriteTx, id: string): Promise<string> {
    const viewer = isId(id) ? await this.viewers.load(tx, id) : null;
    if (!viewer || !mayEver(viewer, 'publication.draft'))
      throw badInput(
        ['input', 'personId'],
        'Name a person who writes for their member: an author or a releaser.',
      );
    return viewer.personId;
  }

  private async codes(tx: WriteTx, codes: readonly string[]): Promise<string[]> {
    if (codes.length > MOST_REGIONS)
      throw badInput(['input', 'regions'], `Name at most ${MOST_REGIONS} regions.`);
    const tree = await this.regions.treeKnowing(codes, tx);
    const today = codes.flatMap((code, place) => {
      const resolved = tree.resolve(code);
      if (!resolved) throw badInput(['input', 'regions', String(place)], 'There is no region of this code.');
      return resolved.regions.map((region) => region.code);
    });
    return [...new Set(today)];
  }
}

const FRESH = {
  state: 'ACTIVE',
  nextPage: null,
  leasedBy: null,
  leasedUntil: null,
  lastPolledAt: null,
  failingSince: null,
  failures: 0,
  lastFailure: null,
  said: null,
  taken: 0,
  left: 0,
  refused: 0,
} as const;

const detailOf = ({ url, signsInBy, personId, tlp, releases }: Partial<RemoteRow>) => ({
  ...{ host: new URL(url ?? '').host, signsInBy, personId, tlp, releases: releases === 1 },
});

function readTlp(tlp: Tlp): Tlp {
  if (tlp === 'RED') throw badInput(['input', 'tlp'], 'What comes is for offices; TLP:RED is for persons.');
  return tlp;
}

function readMoment(text: string | null | undefined): string | null {
  if (text == null) return null;
  if (!MOMENT.test(text) || Number.isNaN(Date.parse(text)))
    throw badInput(['input', 'readFrom'], 'This is a moment such as 2026-11-03T00:00:00Z.');
  return text;
}

/** Refuses one too many. */
async function makeRoom(tx: WriteTx): Promise<void> {
  if (tx.dialect === 'postgres')
    await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended('remote collections', 0))`);
  const [row] = await tx.rows<{ count: number }>(sql`SELECT count(*) AS count FROM remote_collection`);
  if ((row?.count ?? 0) >= MOST_REMOTES)
    throw badInput(
      ['input', 'url'],
      `There are at most ${MOST_REMOTES} remote collections; remove one first.`,
    );
}
