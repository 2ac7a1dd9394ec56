import { Injectable } from '@nestjs/common';
import { type Principal, principalOf } from '#access';
import { ChangeGroups, Members, People, Viewers } from '#members';
import type { WriteTx } from '#platform';
import { RegionsService } from '#regions';
import { InsertSubscriptions } from '#subscriptions';
import type { Handle } from '../month/text.js';
import { GROUPS } from './groups.js';
import type { Office } from './office.js';
import { electionOffices } from './offices.js';
import { PARTNERS } from './partners.js';
import { standingSubscription } from './standing.js';

/** The members, people and groups of the demo community by their handles. */
export interface Roster {
  readonly offices: readonly Office[];
  /** Members' ids by the handles of their offices. */
  readonly members: ReadonlyMap<Handle, string>;
  /** People's ids by the handles of their desks. */
  readonly people: ReadonlyMap<Handle, string>;
  readonly groups: ReadonlyMap<Handle, string>;
}

/** Founds the demo community: its members, people, subscriptions and groups. */
@Injectable()
export class Community {
  constructor(
    private readonly members: Members,
    private readonly people: People,
    private readonly viewers: Viewers,
    private readonly changeGroups: ChangeGroups,
    private readonly subscriptions: InsertSubscriptions,
    private readonly regions: RegionsService,
  ) {}

  async found(tx: WriteTx): Promise<Roster> {
    const tree = this.regions.tree();
    const offices = [...PARTNERS, ...electionOffices(tree)];
    const memberIds = await this.members.insertMany(tx, offices);
    const members = byHandle(offices, memberIds);
    const memberOf = ({ handle }: Office) => members.get(handle) as string;

    const desks = offices.flatMap((office) =>
      office.desks.map((desk, place) => ({ ...desk, memberId: memberOf(office), contact: place === 0 })),
    );
    const people = byHandle(desks, await this.people.insertMany(tx, desks));

    const asked = offices.map((office) => ({
      memberId: memberOf(office),
      ...standingSubscription(office, tree),
    }));
    await this.subscriptions.insertMany(tx, asked);

    const groups = new Map<Handle, string>();
    const roster = { offices, members, people, groups };
    for (const { handle, name, owner, others } of GROUPS) {
      const memberIds = others.map((other) => members.get(other) as string);
      const principal = await this.principal(tx, roster, owner);
      groups.set(handle, (await this.changeGroups.create(principal, { name, memberIds })).groupId);
    }
    return roster;
  }

  /** Somebody of the community, with the rights that they have now. */
  async principal(tx: WriteTx, { people }: Pick<Roster, 'people'>, desk: Handle): Promise<Principal> {
    return principalOf(await this.viewers.load(tx, people.get(desk) ?? ''));
  }
}

const byHandle = (
  owners: readonly { readonly handle: Handle }[],
  ids: readonly string[],
): Map<Handle, string> => new Map(owners.map(({ handle }, index) => [handle, ids[index] ?? '']));
