import type { Audience, MemberKind, PublicationKind, RegionLine, Released, Tlp } from '#access';
import type {
  AffectedSystem,
  AlertLevel,
  AnalyticConfidence,
  Attribution,
  Certainty,
  PublicationStatus,
  Reference,
  Severity,
  Urgency,
} from '#contract';

/** What a revision says, as it is stored. */
export interface Content {
  readonly kind: PublicationKind;
  readonly title: string;
  readonly summary: string | null;
  /** Markdown as written; whoever renders it sanitizes it. */
  readonly body: string | null;
  readonly instructions: string | null;
  readonly attribution: Attribution;
  readonly status: PublicationStatus;
  readonly severity: Severity | null;
  readonly urgency: Urgency | null;
  readonly certainty: Certainty | null;
  readonly affectedSystems: readonly AffectedSystem[];
  readonly affectedProducts: readonly string[];
  readonly cves: readonly string[];
  readonly references: readonly Reference[];
  readonly analyticConfidence: AnalyticConfidence | null;
  readonly sourcing: string | null;
  readonly handling: readonly string[];
  readonly onBehalfOfId: string | null;
  readonly acknowledgeWithinMinutes: number | null;
  readonly expiresAt: string | null;
  /** Only what sets an alert level has this. */
  readonly alertLevel?: LevelSetting;
  /** Only what tells of new entries of the KEV catalogue has this. */
  readonly catalogueNews?: true;
}

/** An alert level and the region for which it is set. */
export interface LevelSetting {
  readonly region: string;
  readonly level: AlertLevel;
}

/** Whom a revision is addressed to, as it is stored: regions by their codes. */
export interface Addressed {
  readonly regions: readonly string[];
  readonly memberKinds: readonly MemberKind[];
  readonly groupIds: readonly string[];
  readonly personIds: readonly string[];
}

/** All that a draft or a revision holds. */
export interface Composed {
  readonly tlp: Tlp;
  readonly content: Content;
  readonly audience: Addressed;
}

/** The audience as the access rule takes it. */
export const audienceOf = (addressed: Addressed, lineOf: (code: string) => RegionLine): Audience => ({
  ...addressed,
  regions: addressed.regions.map(lineOf),
});

/** What decides about a revision once somebody has released it. */
export const releasedOf = (
  { tlp, audience }: Pick<Composed, 'tlp' | 'audience'>,
  by: { readonly originId: string; readonly releasedById: string },
  lineOf: (code: string) => RegionLine,
): Released => ({
  tlp,
  originId: by.originId,
  releasedById: by.releasedById,
  audience: audienceOf(audience, lineOf),
});
