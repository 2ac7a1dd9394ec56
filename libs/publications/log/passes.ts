import { type Key, opens, tellsOrigin } from '#access';
import type { Wanted } from '../reading/filter.js';
import type { LogEntry, PublicationFacts } from './log-entry.js';

/** Who asks, and when. */
export interface Asker {
  readonly held: ReadonlySet<Key>;
  /** RFC 3339. */
  readonly now: string;
}

/** Whether a publication's facts are what is asked for; the same as the feed's conditions, on facts at hand. */
export function passes(wanted: Wanted, facts: PublicationFacts, { held, now }: Asker): boolean {
  return (
    passesTombstone(wanted, facts) &&
    (wanted.severityAtLeast === null || (facts.severity ?? -1) >= wanted.severityAtLeast) &&
    (wanted.systems.length === 0 || wanted.systems.some((system) => facts.systems.includes(system))) &&
    (wanted.cve === null || facts.cves.includes(wanted.cve)) &&
    (wanted.originId === null || (wanted.originId === facts.originId && tellsOrigin(held, facts))) &&
    (!wanted.currentOnly || facts.expiresAt === null || facts.expiresAt > now) &&
    passesRegions(wanted, facts)
  );
}

/** The part of a filter that a tombstone can answer. */
const passesTombstone = ({ kinds, tlps, statuses }: Wanted, facts: PublicationFacts): boolean =>
  (kinds.length === 0 || kinds.includes(facts.kind)) &&
  (tlps.length === 0 || tlps.includes(facts.tlp)) &&
  (statuses.length === 0 || statuses.includes(facts.status));

const passesRegions = ({ regions, regionsAbove }: Wanted, facts: PublicationFacts): boolean =>
  regions.length === 0 ||
  facts.regions.some(
    ([region = '', ...above]) =>
      regions.includes(region) ||
      above.some((code) => regions.includes(code)) ||
      regionsAbove.includes(region),
  );

const asksOfContent = (wanted: Wanted): boolean =>
  wanted.severityAtLeast !== null ||
  wanted.systems.length > 0 ||
  wanted.cve !== null ||
  wanted.originId !== null ||
  wanted.currentOnly ||
  wanted.regions.length > 0;

/**
 * Whether a filter lets an entry through. A reader who keeps what they got must hear of what takes it away: so a revision
 * passes too by what it replaces, a withdrawal by what a tombstone shows, and "no longer available" always.
 */
export function entryPasses(wanted: Wanted, entry: LogEntry, asker: Asker): boolean {
  if (wanted.updatedFrom !== null && entry.at < wanted.updatedFrom) return false;
  if (wanted.updatedUntil !== null && entry.at >= wanted.updatedUntil) return false;
  const { held } = asker;
  if (!opens(held, entry.keys) || !opens(held, entry.presentKeys)) return true;
  if (entry.presentState === 'WITHDRAWN') {
    return passesTombstone(wanted, entry.facts) && (entry.what === 'WITHDRAWN' || !asksOfContent(wanted));
  }
  const attribution = entry.presentAttribution;
  const matches = (facts: PublicationFacts) => passes(wanted, { ...facts, attribution }, asker);
  return (
    matches(entry.facts) ||
    (entry.previous !== null && opens(held, entry.previous.keys) && matches(entry.previous.facts))
  );
}
