import type { PublicationKind } from '#access';
import type {
  AffectedSystem,
  AnalyticConfidence,
  Certainty,
  PublicationStatus,
  Severity,
  Urgency,
} from '#contract';

/** The contract's words as lists, to know them again in what comes from outside; a word that is missing does not compile. */
const allOf =
  <T extends string>() =>
  <const L extends readonly T[]>(...words: [T] extends [L[number]] ? L : never): L =>
    words as L;

export const SAID_WORDS = {
  kind: allOf<PublicationKind>()('ALERT', 'ADVISORY', 'BULLETIN'),
  status: allOf<PublicationStatus>()('ACTUAL', 'EXERCISE', 'TEST'),
  severity: allOf<Severity>()('BASELINE', 'LOW', 'MEDIUM', 'HIGH', 'SEVERE', 'EMERGENCY'),
  urgency: allOf<Urgency>()('IMMEDIATE', 'EXPECTED', 'FUTURE', 'PAST', 'UNKNOWN'),
  certainty: allOf<Certainty>()('OBSERVED', 'LIKELY', 'POSSIBLE', 'UNLIKELY', 'UNKNOWN'),
  analyticConfidence: allOf<AnalyticConfidence>()('LOW', 'MODERATE', 'HIGH'),
  affectedSystem: allOf<AffectedSystem>()(
    'VOTER_REGISTRATION',
    'ELECTRONIC_POLLBOOK',
    'VOTING_MACHINE',
    'BALLOT_TABULATION',
    'ELECTION_MANAGEMENT',
    'ELECTION_NIGHT_REPORTING',
    'PUBLIC_WEBSITE',
    'OFFICE_IT',
    'PUBLIC_INFORMATION',
    'PHYSICAL_FACILITY',
    'PEOPLE',
    'OTHER',
  ),
};
