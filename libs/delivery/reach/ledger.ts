import type { MemberKind } from '#access';
import type { AcknowledgementResponse } from '#contract';
import type { RegionCode } from '#regions';

/** Members of one kind in one state before whose people a publication was put, counted. */
export interface Cell {
  readonly kind: MemberKind;
  /** The state in which they lie; none for members of the whole nation, or of no region. */
  readonly state: RegionCode | null;
  /** 1 for the origin, which stands in a cell of its own. */
  readonly origin: number;
  /** How many people it was put before. */
  readonly people: number;
  /** How many of them have opened it. */
  readonly openers: number;
  readonly members: number;
  /** The members of which somebody has opened it. */
  readonly opened: number;
  /** The members to which it was sent. */
  readonly sent: number;
  /** Those to which it was to be sent, and was on no way. */
  readonly failed: number;
  readonly acting: number;
  readonly notAffected: number;
  readonly needHelp: number;
}

/** Counts of members. */
export interface MemberCounts {
  readonly memberCount: number;
  readonly openedCount: number;
  readonly acknowledgedCount: number;
  readonly silentCount: number;
  readonly sentCount: number;
  readonly failedCount: number;
}

export interface ReachTotals {
  readonly notifiedCount: number;
  readonly openedCount: number;
  readonly memberCount: number;
  readonly acknowledgedCount: number;
  readonly silentCount: number;
  readonly sentCount: number;
  readonly failedCount: number;
  readonly responses: readonly { readonly response: AcknowledgementResponse; readonly count: number }[];
}

/**
 * Whom a publication reached and who answered. People are counted wherever they are; members without the origin, which
 * does not answer itself. All numbers come from the same cells, so they add up.
 */
export class ReachLedger {
  /** Without the origin's. */
  private readonly others: readonly Cell[];

  constructor(private readonly cells: readonly Cell[]) {
    this.others = cells.filter(({ origin }) => origin === 0);
  }

  totals(): ReachTotals {
    const counts = countOf(this.others);
    return {
      ...counts,
      notifiedCount: sum(this.cells, ({ people }) => people),
      openedCount: sum(this.cells, ({ openers }) => openers),
      responses: [
        { response: 'NEED_HELP', count: sum(this.others, ({ needHelp }) => needHelp) },
        { response: 'ACTING', count: sum(this.others, ({ acting }) => acting) },
        { response: 'NOT_AFFECTED', count: sum(this.others, ({ notAffected }) => notAffected) },
      ],
    };
  }

  /** By state, most members first; those of no state last. */
  byState(): (MemberCounts & { readonly state: RegionCode | null })[] {
    return grouped(this.others, ({ state }) => state)
      .map(([state, cells]) => ({ state, ...countOf(cells) }))
      .sort(
        (a, b) =>
          Number(a.state === null) - Number(b.state === null) ||
          b.memberCount - a.memberCount ||
          ((a.state ?? '') < (b.state ?? '') ? -1 : 1),
      );
  }

  /** By kind of member, most first. */
  byKind(): (MemberCounts & { readonly kind: MemberKind })[] {
    return grouped(this.others, ({ kind }) => kind)
      .map(([kind, cells]) => ({ kind, ...countOf(cells) }))
      .sort((a, b) => b.memberCount - a.memberCount || (a.kind < b.kind ? -1 : 1));
  }
}

const sum = <T>(values: readonly T[], of: (value: T) => number): number =>
  values.reduce((total, value) => total + of(value), 0);

function countOf(cells: readonly Cell[]): MemberCounts {
  const memberCount = sum(cells, ({ members }) => members);
  const acknowledgedCount = sum(
    cells,
    ({ acting, notAffected, needHelp }) => acting + notAffected + needHelp,
  );
  return {
    memberCount,
    openedCount: sum(cells, ({ opened }) => opened),
    acknowledgedCount,
    silentCount: memberCount - acknowledgedCount,
    sentCount: sum(cells, ({ sent }) => sent),
    failedCount: sum(cells, ({ failed }) => failed),
  };
}

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
