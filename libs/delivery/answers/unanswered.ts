import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { amongIds, Members } from '#members';
import { Database, type Tx } from '#platform';
import type { Due } from '../channels/channel.js';

/** What a step of an escalation carries that goes to the jurisdiction above. */
export interface Above {
  readonly above: true;
}

/** Offices that are named in a mail; of more only the number is told. */
const MOST_NAMED = 10;

export const isAbove = ({ carries }: Due): boolean =>
  carries !== null && (JSON.parse(carries) as Partial<Above>).above === true;

/** Tells, at the moment of sending, whose answers are still missing. */
@Injectable()
export class Unanswered {
  constructor(
    private readonly database: Database,
    private readonly members: Members,
  ) {}

  /** Of reminders and steps of escalations those that are still called for, with the names of who has not answered. */
  async of(due: readonly Due[]): Promise<ReadonlyMap<string, string>> {
    if (due.length === 0) return new Map();
    const silent = await this.database.read(async (tx) => {
      const own = await answered(tx, due);
      const found = new Map<string, string[]>();
      for (const one of due) {
        if (isAbove(one)) found.set(one.id, await below(tx, one));
        else if (!own.has(`${one.publicationId} ${one.memberId}`)) found.set(one.id, [one.memberId]);
      }
      return found;
    });
    const members = await this.members.byIds([...silent.values()].flat());
    const named = (ids: readonly string[]) => ids.flatMap((id) => members.get(id)?.name ?? []).sort();
    return new Map(
      [...silent].filter(([, ids]) => ids.length > 0).map(([id, ids]) => [id, listed(named(ids))]),
    );
  }
}

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return more > 0 ? `${names.slice(0, MOST_NAMED).join(', ')} and ${more} more` : names.join(', ');
}

/** The publications and members of these deliveries that go together because the member has answered. */
async function answered(tx: Tx, due: readonly Due[]): Promise<ReadonlySet<string>> {
  const publicationIds = [...new Set(due.map(({ publicationId }) => publicationId))];
  const memberIds = due.map(({ memberId }) => memberId);
  const rows = await tx.rows<{ pair: string }>(sql`
    SELECT publication_id || ' ' || member_id AS pair FROM acknowledgement
    WHERE publication_id ${amongIds(tx, publicationIds)} AND member_id ${amongIds(tx, memberIds)}`);
  return new Set(rows.map(({ pair }) => pair));
}

/** The members for which somebody above was asked, and which are still silent. */
async function below(tx: Tx, { publicationId, address }: Due): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT e.member_id AS id FROM escalation e
    WHERE e.publication_id = ${publicationId} AND e.above_id = ${address}
      AND NOT EXISTS (SELECT 1 FROM acknowledgement a
        WHERE a.publication_id = e.publication_id AND a.member_id = e.member_id)`);
  return rows.map(({ id }) => id);
}
