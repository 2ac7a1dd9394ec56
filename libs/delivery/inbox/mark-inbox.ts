import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { may, type Principal, type Viewer } from '#access';
import { Acting } from '#audit';
import type { InboxState, MarkInboxInput } from '#contract';
import { amongIds } from '#members';
import { badInput, Clock, forbidden, timestamp } from '#platform';
import { wakeReach } from '../reach/watch-reach.js';
import { openTo, ownedBy } from './own.js';

const MOST_AT_ONCE = 100;

/** Marks what is in one's own inbox as read or unread. */
@Injectable()
export class MarkInbox {
  constructor(
    private readonly acting: Acting,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the ids of the publications that were marked, in the order asked; what is not in the inbox is left out
   * @throws Refusal BAD_INPUT naming the field
   */
  mark(principal: Principal, input: MarkInboxInput): Promise<string[]> {
    const { state } = input;
    const deed = { principal, action: 'inbox.mark', operation: 'markInbox', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const viewer = principal.viewer as Viewer;
      if (!may(viewer, 'inbox.mark', { personId: viewer.personId }, principal.scopes)) throw forbidden();
      const ids = asked(input.publicationIds);
      const marked = await tx.rows<{ id: string }>(sql`
        UPDATE inbox_item AS i SET ${this.changesTo(state)}
        WHERE ${ownedBy(viewer)} AND i.publication_id ${amongIds(tx, ids)}
          AND ${openTo(principal)}
        RETURNING publication_id AS id`);
      const found = new Set(marked.map(({ id }) => id));
      wakeReach(tx, found);
      tell({ objectType: 'inbox', objectId: viewer.personId, detail: { state, marked: found.size } });
      return ids.filter((id) => found.has(id));
    });
  }

  /** A receipt stays once it is given, and so does it that the member has answered. */
  private changesTo(state: InboxState): Sql {
    if (state === 'UNREAD') return sql`state = 'UNREAD', read_at = NULL`;
    if (state !== 'READ')
      throw badInput(['input', 'state'], 'Mark as READ or UNREAD; a member answers by `acknowledge`.');
    const now = timestamp(this.clock.now());
    return sql`
      state = CASE WHEN EXISTS (SELECT 1 FROM acknowledgement a
        WHERE a.publication_id = i.publication_id AND a.member_id = i.member_id) THEN 'ACKNOWLEDGED' ELSE 'READ' END,
      read_at = coalesce(i.read_at, ${now}), opened_at = coalesce(i.opened_at, ${now})`;
  }
}

function asked(ids: readonly string[]): string[] {
  if (ids.length > MOST_AT_ONCE) {
    throw badInput(['input', 'publicationIds'], `Mark at most ${MOST_AT_ONCE} at once.`);
  }
  return [...new Set(ids)];
}
