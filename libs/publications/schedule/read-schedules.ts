import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Principal } from '#access';
import type { ReleaseScheduleState } from '#contract';
import { amongIds, People, type PersonView, personView } from '#members';
import { Database } from '#platform';

export interface ScheduleView {
  readonly state: ReleaseScheduleState;
  readonly at: string;
  readonly by: PersonView;
  readonly refusal: string | null;
}

type Row = Omit<ScheduleView, 'by'> & { readonly draftId: string; readonly personId: string };

/** Reads when drafts will be released; whoever asks sees the drafts already. */
@Injectable()
export class ReadSchedules {
  constructor(
    private readonly database: Database,
    private readonly people: People,
  ) {}

  /** Of these drafts, by draft, in two statements. */
  async of(principal: Principal, draftIds: readonly string[]): Promise<Map<string, ScheduleView>> {
    const rows = await this.database.read((tx) =>
      tx.rows<Row>(sql`
        SELECT draft_id AS "draftId", person_id AS "personId", state, at, refusal FROM release_schedule
        WHERE draft_id ${amongIds(tx, draftIds)}`),
    );
    const people = await this.people.byIds(rows.map(({ personId }) => personId));
    return new Map(
      rows.flatMap(({ draftId, personId, ...schedule }) => {
        const person = people.get(personId);
        return person ? [[draftId, { ...schedule, by: personView(principal, person) }]] : [];
      }),
    );
  }
}
