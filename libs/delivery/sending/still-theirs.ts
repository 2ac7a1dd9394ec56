import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import { type Principal, principalOf } from '#access';
import { Viewers } from '#members';
import { Database } from '#platform';
import { type LogEntry, ReleaseLog, seenAs } from '#publications';
import type { Due } from '../channels/channel.js';

/** A release and the person whom it is for, as both are at this moment. */
export interface Theirs {
  readonly entry: LogEntry;
  readonly principal: Principal;
}

/** Asks, at the moment of sending, who may still have what was planned for them. */
@Injectable()
export class StillTheirs {
  constructor(
    private readonly database: Database,
    private readonly viewers: Viewers,
    private readonly log: ReleaseLog,
  ) {}

  /**
   * Of deliveries to persons about a release, those that may go out, by delivery. A person who is suspended, or whose member is,
   * or who can no longer see it, is not among them. Two or three statements.
   */
  async of(due: readonly Due[]): Promise<ReadonlyMap<string, Theirs>> {
    const [principals, entries] = await Promise.all([
      this.principals(due.flatMap(({ personId }) => personId ?? [])),
      this.entries(due.map(({ sequence }) => sequence)),
    ]);
    return new Map(
      due.flatMap((one): [string, Theirs][] => {
        const entry = entries.get(one.sequence);
        const principal = principals.get(one.personId ?? '');
        if (!entry || !principal || seenAs(principal, entry) !== 'RELEASE') return [];
        return [[one.id, { entry, principal }]];
      }),
    );
  }

  /** Those of these persons who are active, as they are now. */
  async principals(personIds: readonly string[]): Promise<ReadonlyMap<string, Principal>> {
    const viewers = await this.database.read((tx) => this.viewers.byIds(tx, [...new Set(personIds)]));
    return new Map(
      [...viewers.values()]
        .filter(({ active, member }) => active && member.active)
        .map((viewer) => [viewer.personId, principalOf(viewer)]),
    );
  }

  async entries(sequences: readonly number[]): Promise<ReadonlyMap<number, LogEntry>> {
    const wanted = [...new Set(sequences)].filter((sequence) => sequence > 0);
    if (wanted.length === 0) return new Map();
    const entries = await this.log.entries(sql`l.sequence IN (${join(wanted)})`);
    return new Map(entries.map((entry) => [entry.sequence, entry]));
  }
}
