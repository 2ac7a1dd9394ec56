import { tellsOrigin } from '#access';
import type { MemberRecord } from '#members';
import type { Addressed, Content } from '../content/content.js';
import { hidesTitle } from '../release/append-release.js';
import { TLP_LABELS } from '../vocabulary.js';
import { AudienceView } from './audience-view.js';
import { type LevelSettingView, levelSettingView } from './level-setting-view.js';
import type { PublicationRow } from './publication-row.js';
import type { History } from './related.js';
import { RevisionView } from './revision-view.js';
import type { Together } from './together.js';

/**
 * A publication as one viewer may see it, or its tombstone. What is at hand is a getter, so that a page of them costs no
 * resolver; what must be read is a method, and is read for all that were loaded together.
 */
export class PublicationView {
  /** What it says now; none of it is left of one that was withdrawn. */
  private readonly said: Content | null;
  /** For the rest of the hub, which decides by them; the contract shows none of these. */
  readonly originId: string;
  readonly sequence: number;

  constructor(
    private readonly row: PublicationRow,
    private readonly content: Content,
    private readonly addressed: Addressed,
    private readonly together: Together<PublicationView, RevisionView>,
  ) {
    this.said = row.state === 'WITHDRAWN' ? null : content;
    this.originId = row.originId;
    this.sequence = row.sequence;
  }

  get id() {
    return this.row.id;
  }
  get kind() {
    return this.row.kind;
  }
  get state() {
    return this.row.state;
  }
  get title(): string | null {
    return this.said === null && hidesTitle(this.row.tlp) ? null : this.content.title;
  }
  get summary() {
    return this.said?.summary ?? null;
  }
  get body() {
    return this.said?.body ?? null;
  }
  get instructions() {
    return this.said?.instructions ?? null;
  }
  get tlp() {
    return this.row.tlp;
  }
  get tlpLabel() {
    return TLP_LABELS[this.row.tlp];
  }
  get audience(): AudienceView | null {
    return this.said && new AudienceView(this.addressed, this.row.originId, this.together);
  }
  get attribution() {
    return this.row.attribution;
  }
  get origin(): MemberRecord | null {
    return tellsOriginOf(this.together.principal.held, this.row)
      ? this.together.member(this.row.originId)
      : null;
  }
  get onBehalfOf(): MemberRecord | null {
    return this.said?.onBehalfOfId == null ? null : this.together.member(this.said.onBehalfOfId);
  }
  get status() {
    return this.row.status;
  }
  get severity() {
    return this.said?.severity ?? null;
  }
  get urgency() {
    return this.said?.urgency ?? null;
  }
  get certainty() {
    return this.said?.certainty ?? null;
  }
  get affectedSystems() {
    return this.said?.affectedSystems ?? [];
  }
  get affectedProducts() {
    return this.said?.affectedProducts ?? [];
  }
  get cves() {
    return this.said?.cves ?? [];
  }
  get references() {
    return this.said?.references ?? [];
  }
  get analyticConfidence() {
    return this.said?.analyticConfidence ?? null;
  }
  get sourcing() {
    return this.said?.sourcing ?? null;
  }
  get handling() {
    return this.said?.handling ?? [];
  }
  get acknowledgeWithinMinutes() {
    return this.said?.acknowledgeWithinMinutes ?? null;
  }
  get expiresAt() {
    return this.said?.expiresAt ?? null;
  }
  get alertLevel(): LevelSettingView | null {
    return levelSettingView(this.said?.alertLevel, this.together);
  }
  get updatedAt() {
    return this.row.updatedAt;
  }
  get withdrawal() {
    const { withdrawnAt: at, withdrawalReason: reason } = this.row;
    return at === null ? null : { at, reason: reason ?? '' };
  }

  /** The present revision. */
  get revision(): RevisionView | null {
    const { said, row, addressed, together } = this;
    if (!said) return null;
    const { revisionId, id: publicationId, tlp } = row;
    const facts = {
      ...row,
      id: revisionId,
      publicationId,
      presentTlp: tlp,
      content: said,
      audience: addressed,
    };
    return new RevisionView(facts, row.audienceChanged ? null : row.number, together);
  }

  /** Each release of it that the viewer may see, a withdrawal among them, oldest first. */
  history(): Promise<History> {
    return this.together.historyOf(this.row.id);
  }

  /** When the first revision that the viewer may see was released. */
  publishedAt(): string | Promise<string> {
    return this.row.audienceChanged
      ? this.together.firstAtOf(this.row.id, this.row.updatedAt)
      : this.row.firstAt;
  }

  revisions(): readonly RevisionView[] | Promise<readonly RevisionView[]> {
    return this.said ? this.together.revisionsOf(this.row.id) : [];
  }

  supersedes(): readonly PublicationView[] | Promise<readonly PublicationView[]> {
    return this.said ? this.together.supersededBy(this.row.id) : [];
  }

  supersededBy(): Promise<PublicationView | null> | null {
    return this.row.supersededById === null ? null : this.together.successor(this.row.supersededById);
  }
}

/** Whether a viewer can tell who posted it. A tombstone tells it to no more people than an anonymous publication does. */
export const tellsOriginOf = (
  held: ReadonlySet<string>,
  row: Pick<PublicationRow, 'originId' | 'attribution' | 'state'>,
): boolean =>
  tellsOrigin(held, {
    originId: row.originId,
    attribution: row.state === 'WITHDRAWN' ? 'ANONYMOUS' : row.attribution,
  });
