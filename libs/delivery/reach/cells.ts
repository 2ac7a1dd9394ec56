import sql from 'sql-template-tag';
import { memberPlaces } from '#members';
import type { Tx } from '#platform';
import type { Cell } from './ledger.js';

/** What there is to count of a publication's reach, a row for each state and kind of member. */
export const cellsOf = (tx: Tx, publicationId: string, originId: string): Promise<Cell[]> =>
  tx.rows<Cell>(sql`
    SELECT m.kind, m.state, CASE WHEN m.id = ${originId} THEN 1 ELSE 0 END AS origin,
      CAST(sum(r.people) AS INTEGER) AS people, CAST(sum(r.openers) AS INTEGER) AS openers,
      count(*) AS members, count(r.opened_at) AS opened,
      count(CASE WHEN d.sent > 0 THEN 1 END) AS sent, count(CASE WHEN d.sent = 0 AND d.failed > 0 THEN 1 END) AS failed,
      count(CASE a.response WHEN 'ACTING' THEN 1 END) AS acting,
      count(CASE a.response WHEN 'NOT_AFFECTED' THEN 1 END) AS "notAffected",
      count(CASE a.response WHEN 'NEED_HELP' THEN 1 END) AS "needHelp"
    FROM (
      SELECT member_id, count(*) AS people, count(opened_at) AS openers, min(opened_at) AS opened_at
      FROM inbox_item WHERE publication_id = ${publicationId} GROUP BY member_id
    ) r JOIN (${memberPlaces}) m ON m.id = r.member_id
    LEFT JOIN (
      SELECT member_id, count(CASE state WHEN 'SENT' THEN 1 END) AS sent, count(CASE state WHEN 'FAILED' THEN 1 END) AS failed
      FROM delivery WHERE publication_id = ${publicationId} GROUP BY member_id
    ) d ON d.member_id = r.member_id
    LEFT JOIN acknowledgement a ON a.publication_id = ${publicationId} AND a.member_id = r.member_id
    GROUP BY 1, 2, 3`);
