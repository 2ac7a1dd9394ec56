import type {
  AffectedSystem,
  AlertLevel,
  AnalyticConfidence,
  Attribution,
  Certainty,
  PublicationStatus,
  Severity,
  Urgency,
} from '#contract';

/** The contract's words as lists, for checks and for random worlds; a word that is missing here does not compile. */
const allOf =
  <T extends string>() =>
  <const L extends readonly T[]>(...words: [T] extends [L[number]] ? L : never): L =>
    words as L;

/** US cyber incident severity schema; the place in the list is the level, from 0. */
export const SEVERITIES = allOf<Severity>()('BASELINE', 'LOW', 'MEDIUM', 'HIGH', 'SEVERE', 'EMERGENCY');

/** CAP 1.2, section 3.2.2, urgency. */
export const URGENCIES = allOf<Urgency>()('IMMEDIATE', 'EXPECTED', 'FUTURE', 'PAST', 'UNKNOWN');

/** CAP 1.2, section 3.2.2, certainty. */
export const CERTAINTIES = allOf<Certainty>()('OBSERVED', 'LIKELY', 'POSSIBLE', 'UNLIKELY', 'UNKNOWN');

export const STATUSES = allOf<PublicationStatus>()('ACTUAL', 'EXERCISE', 'TEST');

export const ATTRIBUTIONS = allOf<Attribution>()('NAMED', 'ANONYMOUS');

export const ANALYTIC_CONFIDENCES = allOf<AnalyticConfidence>()('LOW', 'MODERATE', 'HIGH');

export const AFFECTED_SYSTEMS = allOf<AffectedSystem>()(
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
);

/** Alert levels of regions, least first. */
export const ALERT_LEVELS = allOf<AlertLevel>()('LOW', 'GUARDED', 'ELEVATED', 'HIGH', 'SEVERE');

/** A severity's level, 0 to 5. */
export const levelOf = (severity: Severity): number => SEVERITIES.indexOf(severity);

/** As FIRST writes them: TLP 2.0, section 3. */
export const TLP_LABELS = {
  CLEAR: 'TLP:CLEAR',
  GREEN: 'TLP:GREEN',
  AMBER: 'TLP:AMBER',
  AMBER_STRICT: 'TLP:AMBER+STRICT',
  RED: 'TLP:RED',
} as const;
