import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { principalOf, type Viewer } from '#access';
import { Viewers } from '#members';
import type { Tx } from '#platform';
import { Preferences } from '#preferences';
import { type LogEntry, seenAs } from '#publications';
import { RegionsService } from '#regions';
import { type MemberRange, matches, withLines } from '#subscriptions';
import type { Telling } from '../../channels/channel.js';
import { type Concern, whoIsTold } from '../../planning/who-is-told.js';
import type { NewDelivery } from '../../queue/put-deliveries.js';
import { type EndpointRow, interestOf } from '../endpoints/stored.js';

type Planned = Pick<EndpointRow, 'id' | 'owner' | 'personId' | 'memberId' | 'interest' | 'heldUntil'>;

const EMERGENCY = 5;

const isPerson = ({ personId }: Viewer): boolean => personId !== '';

/** Finds the endpoints to which a release goes. */
@Injectable()
export class PlanWebhooks {
  constructor(
    private readonly viewers: Viewers,
    private readonly regions: RegionsService,
    private readonly preferences: Preferences,
  ) {}

  /**
   * An endpoint gets what its owner may see at this moment, its interest asks for and its owner's preferences let through; every
   * emergency addressed to its owner; and news of what it got before. A change of audience goes to those who do not have what is
   * said already. Whoever was sent it and loses sight of it by this entry is told that it is no longer available.
   */
  async of(tx: Tx, { entry, range }: Telling): Promise<readonly NewDelivery[]> {
    const endpoints = await endpointsIn(tx, range);
    if (endpoints.length === 0) return [];
    const owners = await this.owners(tx, endpoints);
    const had = await hadBefore(tx, entry, range);
    const posted = await this.posted(tx, [...owners.values()], entry.facts.severity ?? 0);
    const decide = whoIsTold({
      released: entry.released,
      severity: entry.facts.severity,
      locks: [entry.keys, entry.presentKeys],
    });
    const said = entry.what === 'AUDIENCE_CHANGED' ? await lastSaid(tx, entry) : entry.sequence;
    return endpoints.flatMap((endpoint): NewDelivery[] => {
      const ownerId = endpoint.personId ?? endpoint.memberId;
      const owner = owners.get(ownerId);
      if (!owner?.active || !owner.member.active) return [];
      const { planned, sent } = had.get(endpoint.id) ?? NEVER;
      if (sent !== null && seenAs(principalOf(owner), entry) === 'UNAVAILABLE')
        return [delivery(endpoint, entry)];
      if (planned !== null && planned >= said) return [];
      const wanted = planned !== null || (posted.has(ownerId) && this.asksFor(endpoint, owner, entry));
      return goesTo(endpoint, entry, decide(owner, false), wanted) ? [delivery(endpoint, entry)] : [];
    });
  }

  private asksFor(endpoint: Planned, { groups }: Viewer, { facts, what }: LogEntry): boolean {
    if (what === 'WITHDRAWN') return false;
    const interest = interestOf(endpoint);
    if (interest === null) return true;
    const tree = this.regions.tree();
    return matches(
      withLines(interest, (code) => tree.line(code)),
      facts,
      groups.map(({ id }) => id),
    );
  }

  /** Those owners who have what is of this level posted to them. A member is a viewer that is nobody. */
  private async posted(tx: Tx, owners: readonly Viewer[], level: number): Promise<ReadonlySet<string>> {
    const [people, members] = [owners.filter(isPerson), owners.filter((owner) => !isPerson(owner))];
    const reach = [
      ...(await this.preferences.ofPeople(tx, people)),
      ...(await this.preferences.ofMembers(
        tx,
        members.map(({ member }) => member),
      )),
    ];
    return new Set(reach.flatMap(([id, { webhook }]) => (webhook[level] === false ? [] : [id])));
  }

  /** By the person's id, or by the member's for what is a member's. */
  private async owners(tx: Tx, endpoints: readonly Planned[]): Promise<ReadonlyMap<string, Viewer>> {
    const ofMembers = endpoints.filter(({ personId }) => personId === null).map(({ memberId }) => memberId);
    const ofPersons = endpoints.flatMap(({ personId }) => personId ?? []);
    return new Map([
      ...(await this.viewers.asMembers(tx, [...new Set(ofMembers)])),
      ...(await this.viewers.byIds(tx, [...new Set(ofPersons)])),
    ]);
  }
}

/** Red leaves neither by itself nor by what it was before it became red. */
export const neverLeaves = ({ released, presentTlp }: LogEntry): boolean =>
  released.tlp === 'RED' || presentTlp === 'RED';

/** AMBER+STRICT goes to a person's own endpoint, and to no member's. */
export const isForPersonsOnly = ({ released, presentTlp }: LogEntry): boolean =>
  released.tlp === 'AMBER_STRICT' || presentTlp === 'AMBER_STRICT';

function goesTo(endpoint: Planned, entry: LogEntry, concern: Concern, wanted: boolean): boolean {
  if (!concern.visible || neverLeaves(entry)) return false;
  if (endpoint.owner === 'MEMBER' && isForPersonsOnly(entry)) return false;
  const urgent = concern.because === 'EMERGENCY' && entry.what !== 'WITHDRAWN';
  return wanted || urgent;
}

const delivery = (
  { id, personId, memberId, heldUntil }: Planned,
  { publicationId, sequence, facts }: LogEntry,
): NewDelivery => ({
  channel: 'WEBHOOK',
  address: id,
  personId,
  memberId,
  publicationId,
  sequence,
  urgent: facts.severity === EMERGENCY,
  ...(heldUntil !== null && { dueAt: heldUntil }),
});

function endpointsIn(tx: Tx, { after, until }: MemberRange): Promise<Planned[]> {
  return tx.rows<Planned>(sql`
    SELECT id, owner, person_id AS "personId", member_id AS "memberId", interest, held_until AS "heldUntil"
    FROM webhook_endpoint WHERE member_id > ${after} AND member_id <= ${until} AND state = 'ACTIVE'`);
}

/** The latest entries about a publication that were planned for an endpoint, and that it took. */
interface Had {
  readonly planned: number | null;
  readonly sent: number | null;
}

const NEVER: Had = { planned: null, sent: null };

async function hadBefore(
  tx: Tx,
  { publicationId, what }: LogEntry,
  { after, until }: MemberRange,
): Promise<ReadonlyMap<string, Had>> {
  if (what === 'PUBLISHED') return new Map();
  const rows = await tx.rows<Had & { address: string }>(sql`
    SELECT address, max(sequence) AS planned, max(CASE WHEN state = 'SENT' THEN sequence END) AS sent FROM delivery
    WHERE publication_id = ${publicationId} AND channel = 'WEBHOOK' AND member_id > ${after} AND member_id <= ${until}
      AND state <> 'DROPPED'
    GROUP BY address`);
  return new Map(rows.map((row) => [row.address, row]));
}

/** The entry by which the publication came to say what it says. */
async function lastSaid(tx: Tx, { publicationId, sequence }: LogEntry): Promise<number> {
  const [row] = await tx.rows<{ sequence: number | null }>(sql`
    SELECT max(sequence) AS sequence FROM release
    WHERE publication_id = ${publicationId} AND sequence < ${sequence} AND what <> 'AUDIENCE_CHANGED'`);
  return row?.sequence ?? sequence;
}
