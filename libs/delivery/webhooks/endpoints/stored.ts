import sql, { type Sql } from 'sql-template-tag';
import { may, type Principal } from '#access';
import { isId } from '#members';
import type { Tx } from '#platform';
import type { StoredInterest } from '#subscriptions';
import type { WebhookEndpoint } from './endpoint.entity.js';

/** An endpoint as it is stored; its interest is still JSON. */
export type EndpointRow = WebhookEndpoint;

export const ENDPOINT_COLUMNS = sql`e.id, e.owner, e.person_id AS "personId", e.member_id AS "memberId", e.name, e.url, e.interest,
  e.secret, e.previous_secret AS "previousSecret", e.previous_until AS "previousUntil", e.state,
  e.disabled_because AS "disabledBecause", e.disabled_at AS "disabledAt", e.failing_since AS "failingSince", e.failures,
  e.last_failure AS "lastFailure", e.held_until AS "heldUntil", e.last_success_at AS "lastSuccessAt",
  e.created_at AS "createdAt", e.updated_at AS "updatedAt"`;

export const interestOf = ({ interest }: Pick<EndpointRow, 'interest'>): StoredInterest | null =>
  interest === null ? null : (JSON.parse(interest) as StoredInterest);

export const actionOn = (owner: EndpointRow['owner']) =>
  owner === 'PERSON' ? 'webhook.manageOwn' : 'webhook.manageMember';

type Owned = Pick<EndpointRow, 'owner' | 'personId' | 'memberId'>;

/** Whether somebody runs an endpoint: their own or, as coordinator, their member's. */
export const runs = ({ viewer, scopes }: Principal, { owner, personId, memberId }: Owned): boolean =>
  may(viewer, actionOn(owner), personId === null ? { memberId } : { personId }, scopes);

/** The endpoint, if the principal runs it: whoever does not cannot tell that it exists. */
export async function endpointFor(
  tx: Tx,
  principal: Principal,
  id: string,
  lock: Sql = sql``,
): Promise<EndpointRow | null> {
  if (!isId(id) || principal.viewer === null) return null;
  const [row] = await tx.rows<EndpointRow>(sql`
    SELECT ${ENDPOINT_COLUMNS} FROM webhook_endpoint e
    WHERE e.id = ${id} AND e.member_id = ${principal.viewer.member.id} ${lock}`);
  return row && runs(principal, row) ? row : null;
}
