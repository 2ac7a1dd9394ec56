import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { Members, People, Viewers } from '#members';
import type { Tx } from '#platform';
import { type MemberRange, Subscribers, Subscriptions, type Topic } from '#subscriptions';
import { type Concern, isEmergency, type Notice, whoIsTold } from './who-is-told.js';

/** A release that looks for those whom it concerns. */
export interface Seeking extends Notice {
  /** What subscriptions are held against; `null` where nobody is told who does not have it already. */
  readonly topic: Topic | null;
}

/** A viewer whom a release may concern, and how it does. */
export type Concerned = Concern & { readonly viewer: Viewer };

/** Some members in a row, by id, and the people there whom a release may concern. */
export interface Part {
  /** The last of the members. */
  readonly last: string;
  /** Whether members follow. */
  readonly more: boolean;
  readonly people: readonly Concerned[];
}

export interface Reading {
  /** How many members to go through. */
  readonly atOnce?: number;
  /** Looks at the people of all members, and not only of those of which somebody may be told. */
  readonly everyone?: boolean;
  /** Finds members to look at besides. */
  readonly besides?: (range: MemberRange) => Promise<Iterable<string>>;
}

const AT_ONCE = 1_000;

/** Finds whom a release concerns, a part of the members at a time, so that a large community does not fill the memory. */
@Injectable()
export class Recipients {
  constructor(
    private readonly members: Members,
    private readonly people: People,
    private readonly viewers: Viewers,
    private readonly subscriptions: Subscriptions,
  ) {}

  /**
   * The next members after one (`''` before the first), in a handful of statements, however many people and subscriptions there
   * are. Who is in it is decided by their present keys.
   */
  async part(tx: Tx, seeking: Seeking, after: string, reading: Reading = {}): Promise<Part> {
    const { atOnce = AT_ONCE, everyone = false, besides } = reading;
    const ids = await this.members.idsAfter(tx, after, atOnce);
    const last = ids.at(-1) ?? after;
    const range = { after, until: last };
    const { topic } = seeking;
    const subscribers = topic ? await this.subscriptions.to(tx, topic, range) : new Subscribers();
    const having = (await besides?.(range)) ?? [];
    const addressed = everyone || (topic && isEmergency(seeking)) ? ids : await this.named(seeking, range);
    const viewers = await this.viewers.ofMembers(tx, [
      ...new Set([...addressed, ...subscribers.memberIds, ...having]),
    ]);
    const decide = whoIsTold(seeking);
    return {
      last,
      more: ids.length === atOnce,
      people: viewers.map((viewer) => ({ viewer, ...decide(viewer, subscribers.has(viewer)) })),
    };
  }

  /** The members of those whom a red one names. */
  private async named({ released }: Seeking, { after, until }: MemberRange): Promise<string[]> {
    const named = await this.people.byIds(released.tlp === 'RED' ? released.audience.personIds : []);
    return [...named.values()].map(({ memberId }) => memberId).filter((id) => id > after && id <= until);
  }
}
