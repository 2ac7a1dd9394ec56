import type { InterestInput } from '#contract';
import type { RegionTree } from '#regions';
import type { Office } from './office.js';

export interface DemoSubscription {
  readonly name: string;
  readonly interest: InterestInput;
}

/** What an office of each kind asks to be told of, for all its people. */
export function standingSubscription(
  { kind, jurisdiction, handle }: Office,
  tree: RegionTree,
): DemoSubscription {
  const where = jurisdiction === null ? 'everywhere' : (tree.region(jurisdiction)?.name ?? jurisdiction);
  const regions = jurisdiction === null ? [] : [jurisdiction];
  switch (kind) {
    case 'LOCAL':
      return {
        name: `Alerts for ${where} and above`,
        interest: { regions, below: true, above: true, kinds: ['ALERT'] },
      };
    case 'STATE':
      return {
        name: `Everything for ${where}, below and above`,
        interest: { regions, below: true, above: true },
      };
    case 'FEDERAL':
      return {
        name: 'Severe alerts in the nation',
        interest: { regions, below: true, above: true, kinds: ['ALERT'], severityAtLeast: 'HIGH' },
      };
    case 'HUB':
      return { name: 'Everything', interest: { regions: [], below: true, above: true } };
    case 'PARTNER':
      return {
        name: 'What concerns our systems',
        interest: {
          regions,
          below: true,
          above: true,
          affectedSystems: [handle === 'POLLBOOK' ? 'ELECTRONIC_POLLBOOK' : 'BALLOT_TABULATION'],
        },
      };
  }
}
