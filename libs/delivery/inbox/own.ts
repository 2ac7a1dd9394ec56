import sql, { type Sql } from 'sql-template-tag';
import type { Principal, Viewer } from '#access';
import { opensNow, releaseKeys } from '#publications';

/** A condition on `inbox_item i`: its publication is open to the principal now. */
export const openTo = ({ held }: Principal): Sql => opensNow(releaseKeys(held), sql`i.publication_id`);

/** A condition on `inbox_item i`: it is the viewer's own. With a publication it is found by its key. */
export const ownedBy = ({ personId, member }: Viewer): Sql =>
  sql`i.member_id = ${member.id} AND i.person_id = ${personId}`;
