import type { MemberKind } from '#access';
import type { AcknowledgementResponse } from '#contract';
import type { MemberRecord } from '#members';
import type { RegionCode } from '#regions';
import type { Answer } from '../answers/answers.js';

/** A member before whose people a publication was put. */
export interface ReachedMember {
  readonly member: MemberRecord;
  /** The state in which it lies; none for members of the whole nation, or of no region. */
  readonly state: RegionCode | null;
  /** How many of its people it was put before. */
  readonly people: number;
  /** How many of them have opened it. */
  readonly opened: number;
  readonly openedAt: string | null;
  readonly answer: Answer | null;
}

/** Counts of members. */
export interface MemberCounts {
  readonly memberCount: number;
  readonly openedCount: number;
  readonly acknowledgedCount: number;
}

export interface ReachTotals {
  readonly notifiedCount: number;
  readonly openedCount: number;
  readonly memberCount: number;
  readonly acknowledgedCount: number;
  readonly silentCount: number;
  readonly responses: readonly { readonly response: AcknowledgementResponse; readonly count: number }[];
}

const RESPONSES: readonly AcknowledgementResponse[] = ['NEED_HELP', 'ACTING', 'NOT_AFFECTED'];

/**
 * Whom a publication reached and who answered. People are counted wherever they are; members without the origin, which
 * cannot answer itself. All numbers come from the same rows, so they add up.
 */
export class ReachLedger {
  /** The members without the origin. */
  readonly members: readonly ReachedMember[];

  constructor(
    private readonly all: readonly ReachedMember[],
    originId: string,
  ) {
    this.members = all.filter(({ member }) => member.id !== originId);
  }

  totals(): ReachTotals {
    const { memberCount, acknowledgedCount } = countOf(this.members);
    return {
      notifiedCount: sum(this.all, ({ people }) => people),
      openedCount: sum(this.all, ({ opened }) => opened),
      memberCount,
      acknowledgedCount,
      silentCount: memberCount - acknowledgedCount,
      responses: RESPONSES.map((response) => ({
        response,
        count: this.members.filter(({ answer }) => answer?.response === response).length,
      })),
    };
  }

  /** By state, most members first; those of no state last. */
  byState(): (MemberCounts & { readonly state: RegionCode | null })[] {
    return grouped(this.members, ({ state }) => state)
      .map(([state, members]) => ({ state, ...countOf(members) }))
      .sort(
        (a, b) =>
          Number(a.state === null) - Number(b.state === null) ||
          b.memberCount - a.memberCount ||
          ((a.state ?? '') < (b.state ?? '') ? -1 : 1),
      );
  }

  /** By kind of member, most first. */
  byKind(): (MemberCounts & { readonly kind: MemberKind })[] {
    return grouped(this.members, ({ member }) => member.kind)
      .map(([kind, members]) => ({ kind, ...countOf(members) }))
      .sort((a, b) => b.memberCount - a.memberCount || (a.kind < b.kind ? -1 : 1));
  }
}

const sum = <T>(values: readonly T[], of: (value: T) => number): number =>
  values.reduce((total, value) => total + of(value), 0);

const countOf = (members: readonly ReachedMember[]): MemberCounts => ({
  memberCount: members.length,
  openedCount: members.filter(({ opened }) => opened > 0).length,
  acknowledgedCount: members.filter(({ answer }) => answer !== null).length,
});

function grouped<T, K>(values: readonly T[], by: (value: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = by(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return [...groups];
}
