import sql from 'sql-template-tag';
import type { PublicationKind, Tlp } from '#access';
import type { Attribution, PublicationState, PublicationStatus } from '#contract';

/** A publication with its present revision, as one statement reads them. */
export interface PublicationRow {
  readonly id: string;
  readonly kind: PublicationKind;
  readonly originId: string;
  readonly onBehalfOfId: string | null;
  readonly attribution: Attribution;
  readonly state: PublicationState;
  readonly tlp: Tlp;
  readonly status: PublicationStatus;
  readonly sequence: number;
  readonly firstAt: string;
  readonly updatedAt: string;
  readonly expiresAt: string | null;
  readonly audienceChanged: number;
  readonly supersededById: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawalReason: string | null;
  readonly revisionId: string;
  readonly number: number;
  readonly content: string;
  readonly audience: string;
  readonly note: string | null;
  readonly releasedById: string;
  readonly at: string;
}

/** For `publication p JOIN revision r ON r.id = p.revision_id`. */
export const PUBLICATION_COLUMNS = sql`p.id, p.kind, p.origin_id AS "originId", p.on_behalf_of_id AS "onBehalfOfId",
  p.attribution, p.state, p.tlp, p.status, p.sequence, p.first_at AS "firstAt", p.updated_at AS "updatedAt",
  p.expires_at AS "expiresAt", p.audience_changed AS "audienceChanged", p.superseded_by_id AS "supersededById",
  p.withdrawn_at AS "withdrawnAt", p.withdrawal_reason AS "withdrawalReason", p.revision_id AS "revisionId", r.number,
  r.content, r.audience, r.note, r.released_by_id AS "releasedById", r.at`;
