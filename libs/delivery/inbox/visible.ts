import sql, { type Sql } from 'sql-template-tag';
import type { Principal } from '#access';
import { opensNow, releaseKeys } from '#publications';

/** A condition on `inbox_item i`: its publication is open to the principal now. */
export const openTo = ({ held }: Principal): Sql => opensNow(releaseKeys(held), sql`i.publication_id`);
