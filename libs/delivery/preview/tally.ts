import type { MemberKind, Viewer } from '#access';
import type { RegionCode } from '#regions';
import type { Concerned } from '../planning/recipients.js';

const STATE = /^\d\d$/;

/** Counts whom a release would concern, as they are gone through. */
export class Tally {
  personCount = 0;
  notifiedCount = 0;
  /** The members of which somebody could see it. */
  readonly members = new Map<string, Viewer['member']>();

  add({ viewer, visible, because }: Concerned): void {
    if (!visible) return;
    this.personCount += 1;
    if (because !== null) this.notifiedCount += 1;
    this.members.set(viewer.member.id, viewer.member);
  }

  get memberCount(): number {
    return this.members.size;
  }

  /** Most first. */
  byKind(): { kind: MemberKind; count: number }[] {
    const counts = counted([...this.members.values()].map(({ kind }) => kind));
    return counts.map(([kind, count]) => ({ kind, count }));
  }

  /** The states in which members lie, most members first. */
  byState(): { state: RegionCode; count: number }[] {
    const states = [...this.members.values()].flatMap(
      ({ jurisdiction }) => jurisdiction.find((code) => STATE.test(code)) ?? [],
    );
    return counted(states).map(([state, count]) => ({ state, count }));
  }
}

function counted<T extends string>(values: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
}
