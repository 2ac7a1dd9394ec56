import { Injectable } from '@nestjs/common';
import sql, { empty } from 'sql-template-tag';
import { type Action, may, type Principal, type Viewer } from '#access';
import { Acting, type Tell } from '#audit';
import type {
  CreateSubscriptionInput,
  DeleteSubscriptionInput,
  InterestInput,
  UpdateSubscriptionInput,
} from '#contract';
import {
  badInput,
  Clock,
  cleanLine,
  Database,
  forbidden,
  Ids,
  notFound,
  timestamp,
  type WriteTx,
} from '#platform';
import { RegionsService } from '#regions';
import { MOST_REGIONS, readInterest } from './read-interest.js';
import { knownRow } from './read-subscriptions.js';
import { indexRegions } from './region-index.js';
import { columnsOf, type SubscriptionRow } from './rows.js';
import { Subscription } from './subscription.entity.js';

const MOST_OF_ONE_OWNER = 50;
const LONGEST_NAME = 100;

type Owner = Pick<SubscriptionRow, 'owner' | 'personId' | 'memberId'>;

/** Creates, changes and ends subscriptions: one's own, and as coordinator one's member's. */
@Injectable()
export class ManageSubscriptions {
  constructor(
    private readonly acting: Acting,
    private readonly database: Database,
    private readonly regions: RegionsService,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the new subscription's id
   * @throws Refusal BAD_INPUT naming the field; FORBIDDEN for a member's without being its coordinator
   */
  create(principal: Principal, input: CreateSubscriptionInput): Promise<string> {
    const owner = input.owner ?? 'PERSON';
    const deed = { principal, action: actionOn(owner), operation: 'createSubscription', input };
    return this.acting.perform(deed, async (tx, tell) => {
      const held = ownerOf(principal.viewer as Viewer, owner);
      mustManage(principal, held);
      const name = readName(input.name);
      const tree = await this.regions.treeKnowing(codesIn(input.interest), tx);
      const interest = readInterest(input.interest, tree);
      await makeRoom(tx, held);
      const id = this.ids.id();
      const now = timestamp(this.clock.now());
      await tx.manager.insert(Subscription, {
        id,
        ...held,
        name,
        ...columnsOf(interest),
        createdAt: now,
        updatedAt: now,
      });
      await indexRegions(tx, { id, memberId: held.memberId }, interest, tree);
      tellOf(tell, id, owner);
      return id;
    });
  }

  /**
   * @returns its id
   * @throws Refusal NOT_FOUND for one that is not there or not the viewer's to know of; FORBIDDEN; BAD_INPUT
   */
  async update(principal: Principal, input: UpdateSubscriptionInput): Promise<string> {
    const deed = {
      principal,
      action: await this.actionFor(principal, input.id),
      operation: 'updateSubscription',
      input,
    };
    return this.acting.perform(deed, async (tx, tell) => {
      const row = await manageable(tx, principal, input.id);
      const name = input.name == null ? {} : { name: readName(input.name) };
      const tree = await this.regions.treeKnowing(codesIn(input.interest), tx);
      const interest = input.interest == null ? null : readInterest(input.interest, tree);
      const updatedAt = timestamp(this.clock.now());
      await tx.manager.update(Subscription, row.id, {
        ...name,
        ...(interest && columnsOf(interest)),
        updatedAt,
      });
      if (interest) await indexRegions(tx, row, interest, tree);
      tellOf(tell, row.id, row.owner);
      return row.id;
    });
  }

  /**
   * @returns its id
   * @throws Refusal NOT_FOUND for one that is not there or not the viewer's to know of; FORBIDDEN
   */
  async delete(principal: Principal, input: DeleteSubscriptionInput): Promise<string> {
    const deed = {
      principal,
      action: await this.actionFor(principal, input.id),
      operation: 'deleteSubscription',
      input,
    };
    return this.acting.perform(deed, async (tx, tell) => {
      const row = await manageable(tx, principal, input.id);
      await tx.execute(sql`DELETE FROM subscription WHERE id = ${row.id}`);
      tellOf(tell, row.id, row.owner);
      return row.id;
    });
  }

  /** Under which action the audit log will have it; the row itself is asked again inside the transaction. */
  private async actionFor(principal: Principal, id: string): Promise<Action> {
    const row = await this.database.read((tx) => knownRow(tx, principal, id));
    return actionOn(row?.owner ?? 'PERSON');
  }
}

const actionOn = (owner: Owner['owner']): Action =>
  owner === 'PERSON' ? 'subscription.manageOwn' : 'subscription.manageMember';

const ownerOf = (viewer: Viewer, owner: Owner['owner']): Owner => ({
  owner,
  personId: owner === 'PERSON' ? viewer.personId : null,
  memberId: viewer.member.id,
});

function mustManage({ viewer, scopes }: Principal, { owner, personId, memberId }: Owner): void {
  const target = personId === null ? { memberId } : { personId };
  if (!may(viewer, actionOn(owner), target, scopes)) throw forbidden();
}

async function manageable(tx: WriteTx, principal: Principal, id: string): Promise<SubscriptionRow> {
  const row = await knownRow(tx, principal, id, tx.dialect === 'postgres' ? sql`FOR UPDATE` : empty);
  if (!row) throw notFound();
  mustManage(principal, row);
  return row;
}

/** Refuses one too many; parallel creations of one owner wait for each other. */
async function makeRoom(tx: WriteTx, { personId, memberId }: Owner): Promise<void> {
  if (tx.dialect === 'postgres') {
    const lock = `subscription/${personId ?? memberId}`;
    await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  }
  const whose = personId === null ? sql`person_id IS NULL` : sql`person_id = ${personId}`;
  const [row] = await tx.rows<{ count: number }>(sql`
    SELECT count(*) AS count FROM subscription WHERE member_id = ${memberId} AND ${whose}`);
  if ((row?.count ?? 0) >= MOST_OF_ONE_OWNER) {
    throw badInput(
      ['input', 'owner'],
      `There can be at most ${MOST_OF_ONE_OWNER} subscriptions; end one first.`,
    );
  }
}

/** Codes to look up; more than may be given are refused anyway. */
const codesIn = (interest: InterestInput | null | undefined): readonly string[] =>
  interest?.regions?.slice(0, MOST_REGIONS) ?? [];

const readName = (name: string): string =>
  cleanLine(name, { field: ['input', 'name'], min: 1, max: LONGEST_NAME });

const tellOf = (tell: Tell, id: string, owner: string): void =>
  tell({ objectType: 'subscription', objectId: id, detail: { owner } });
