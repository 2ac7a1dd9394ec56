import sql from 'sql-template-tag';
import { loosens, type Tlp, tellsOrigin } from '#access';
import type { Attribution, HarmlessKind, IndicatorState, IndicatorType } from '#contract';
import type { Details } from '../adding/details.js';

/** An indicator with what its publication says of it now. */
export interface IndicatorRow {
  readonly id: string;
  readonly sequence: number;
  readonly type: IndicatorType;
  readonly value: string | null;
  readonly pattern: string;
  readonly details: string;
  readonly tlp: Tlp;
  readonly originId: string;
  readonly attribution: Attribution;
  readonly publicationId: string | null;
  readonly state: IndicatorState;
  readonly harmless: HarmlessKind | null;
  readonly addedAt: string;
  readonly updatedAt: string;
  readonly sightingCount: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly presentTlp: Tlp | null;
  readonly presentAttribution: Attribution | null;
}

/** For `indicator i LEFT JOIN publication p ON p.id = i.publication_id`. */
export const INDICATOR_COLUMNS = sql`i.id, i.sequence, i.type, i.value, i.pattern, i.details, i.tlp, i.origin_id AS "originId",
  i.attribution, i.publication_id AS "publicationId", i.state, i.harmless, i.added_at AS "addedAt",
  i.updated_at AS "updatedAt", i.sighting_count AS "sightingCount", i.first_seen AS "firstSeen", i.last_seen AS "lastSeen",
  p.tlp AS "presentTlp", p.attribution AS "presentAttribution"`;

/** As FIRST writes them: TLP 2.0, section 3. */
const TLP_LABELS: Record<Tlp, string> = {
  CLEAR: 'TLP:CLEAR',
  GREEN: 'TLP:GREEN',
  AMBER: 'TLP:AMBER',
  AMBER_STRICT: 'TLP:AMBER+STRICT',
  RED: 'TLP:RED',
};

/** The stricter of an indicator's own TLP and that of its publication now. */
export const tlpOf = ({ tlp, presentTlp }: Pick<IndicatorRow, 'tlp' | 'presentTlp'>): Tlp =>
  presentTlp !== null && loosens(presentTlp, tlp) ? presentTlp : tlp;

/** An indicator as one viewer may see it. */
export class IndicatorView {
  private readonly details: Details;

  constructor(
    private readonly row: IndicatorRow,
    private readonly held: ReadonlySet<string>,
  ) {
    this.details = JSON.parse(row.details) as Details;
  }

  get id() {
    return this.row.id;
  }
  get sequence() {
    return this.row.sequence;
  }
  get type() {
    return this.row.type;
  }
  get value() {
    return this.row.value;
  }
  get pattern() {
    return this.row.pattern;
  }
  get description() {
    return this.details.description;
  }
  get confidence() {
    return this.details.confidence;
  }
  get validFrom() {
    return this.details.validFrom;
  }
  get validUntil() {
    return this.details.validUntil;
  }
  get killChainPhases() {
    return this.details.killChainPhases;
  }
  get tlp(): Tlp {
    return tlpOf(this.row);
  }
  get tlpLabel(): string {
    return TLP_LABELS[this.tlp];
  }
  get attribution(): Attribution {
    return this.row.presentAttribution ?? this.row.attribution;
  }
  /** Whose it is, where the viewer can tell. */
  get originId(): string | null {
    const { originId } = this.row;
    return tellsOrigin(this.held, { originId, attribution: this.attribution }) ? originId : null;
  }
  get publicationId() {
    return this.row.publicationId;
  }
  get state() {
    return this.row.state;
  }
  get harmless() {
    return this.row.harmless;
  }
  get addedAt() {
    return this.row.addedAt;
  }
  get updatedAt() {
    return this.row.updatedAt;
  }
  get sightingCount() {
    return this.row.sightingCount;
  }
  get firstSeen() {
    return this.row.firstSeen;
  }
  get lastSeen() {
    return this.row.lastSeen;
  }
}
