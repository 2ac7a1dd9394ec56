import type { RegionLine } from '#access';
import type { RegionCode } from '#regions';
import type { Interest } from './matches.js';
import type { StoredInterest } from './read-interest.js';
import type { Subscription } from './subscription.entity.js';

export type SubscriptionRow = Omit<Subscription, 'createdAt' | 'updatedAt'> & { readonly createdAt: string };

/** A subscription as the contract shows it. */
export interface StandingSubscription {
  readonly id: string;
  readonly name: string;
  readonly owner: 'PERSON' | 'MEMBER';
  readonly interest: StoredInterest;
  readonly createdAt: string;
}

export const shown = (row: SubscriptionRow): StandingSubscription => ({
  id: row.id,
  name: row.name,
  owner: row.owner,
  interest: storedInterest(row),
  createdAt: row.createdAt,
});

export const storedInterest = (row: InterestRow): StoredInterest => ({
  regions: list(row.regions),
  below: row.below === 1,
  above: row.above === 1,
  kinds: list(row.kinds),
  severityAtLeast: row.severityAtLeast,
  systems: list(row.systems),
  text: row.text,
  newKnownExploited: row.newKnownExploited === 1,
});

export const columnsOf = (interest: StoredInterest): InterestRow => ({
  regions: JSON.stringify(interest.regions),
  below: Number(interest.below),
  above: Number(interest.above),
  kinds: JSON.stringify(interest.kinds),
  severityAtLeast: interest.severityAtLeast,
  systems: JSON.stringify(interest.systems),
  text: interest.text,
  newKnownExploited: Number(interest.newKnownExploited ?? false),
});

export type InterestRow = Pick<
  Subscription,
  'regions' | 'below' | 'above' | 'kinds' | 'severityAtLeast' | 'systems' | 'text' | 'newKnownExploited'
>;

/** An interest as `matches` takes it. */
export const withLines = (stored: StoredInterest, line: (code: RegionCode) => RegionLine): Interest => ({
  ...stored,
  regions: stored.regions.map(line),
});

const list = (json: string) => (json === '[]' ? [] : JSON.parse(json));
