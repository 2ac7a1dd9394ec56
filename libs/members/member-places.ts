import sql from 'sql-template-tag';

/**
 * A SELECT of each member's `id`, `kind`, `sort_name` and `state`, to be joined by whoever counts thousands of members. The state
 * is that in which its jurisdiction lies: the first two digits of its code; none for the nation's members and for partners.
 */
export const memberPlaces = sql`
  SELECT id, kind, sort_name,
    CASE WHEN jurisdiction >= '0' AND jurisdiction < ':' THEN substr(jurisdiction, 1, 2) END AS state
  FROM member`;
