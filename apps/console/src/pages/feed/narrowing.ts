import { ENUMS, type SearchQueryVariables } from '../../generated/operations.generated.js';

type Filter = NonNullable<SearchQueryVariables['filter']>;
type One<K extends keyof typeof ENUMS> = (typeof ENUMS)[K][number];

/** What the feed is narrowed to. All of it stands in the page's address, so that it can be linked and kept. */
export interface Narrowing {
  readonly text: string;
  readonly kinds: readonly One<'PublicationKind'>[];
  readonly tlps: readonly One<'Tlp'>[];
  readonly statuses: readonly One<'PublicationStatus'>[];
  readonly systems: readonly One<'AffectedSystem'>[];
  readonly severity: One<'Severity'> | null;
  readonly region: string | null;
  /** Days, `2026-11-03`. */
  readonly from: string;
  readonly until: string;
  readonly current: boolean;
  /** How many pages are open. */
  readonly pages: number;
}

/** Everything. */
export const NOT_NARROWED: Narrowing = {
  text: '',
  kinds: [],
  tlps: [],
  statuses: [],
  systems: [],
  severity: null,
  region: null,
  from: '',
  until: '',
  current: false,
  pages: 1,
};

const MOST_PAGES = 500;
const DAY = /^\d{4}-\d\d-\d\d$/;

function oneOf<T extends string>(values: readonly T[], text: string | null): T | null {
  return values.find((value) => value === text) ?? null;
}

function someOf<T extends string>(values: readonly T[], texts: readonly string[]): readonly T[] {
  return values.filter((value) => texts.includes(value));
}

export function readNarrowing(search: string): Narrowing {
  const params = new URLSearchParams(search);
  const day = (name: string) => (DAY.test(params.get(name) ?? '') ? (params.get(name) ?? '') : '');
  return {
    text: params.get('q') ?? '',
    kinds: someOf(ENUMS.PublicationKind, params.getAll('kind')),
    tlps: someOf(ENUMS.Tlp, params.getAll('tlp')),
    statuses: someOf(ENUMS.PublicationStatus, params.getAll('status')),
    systems: someOf(ENUMS.AffectedSystem, params.getAll('system')),
    severity: oneOf(ENUMS.Severity, params.get('severity')),
    region: params.get('region'),
    from: day('from'),
    until: day('until'),
    current: params.has('current'),
    pages: Math.min(MOST_PAGES, Math.max(1, Number(params.get('pages')) || 1)),
  };
}

export function writtenNarrowing(narrowing: Narrowing): string {
  const { text, kinds, tlps, statuses, systems, severity, region, from, until, current, pages } = narrowing;
  const pairs: (readonly [string, string])[] = [
    ...(text ? ([['q', text]] as const) : []),
    ...kinds.map((value) => ['kind', value] as const),
    ...tlps.map((value) => ['tlp', value] as const),
    ...statuses.map((value) => ['status', value] as const),
    ...systems.map((value) => ['system', value] as const),
    ...(severity ? ([['severity', severity]] as const) : []),
    ...(region ? ([['region', region]] as const) : []),
    ...(from ? ([['from', from]] as const) : []),
    ...(until ? ([['until', until]] as const) : []),
    ...(current ? ([['current', '1']] as const) : []),
    ...(pages > 1 ? ([['pages', String(pages)]] as const) : []),
  ];
  const search = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
  return search ? `?${search}` : '';
}

const startOf = (day: string): string => new Date(`${day}T00:00`).toISOString();

/** The day after, at its beginning: `until` counts its whole day. */
function endOf(day: string): string {
  const at = new Date(`${day}T00:00`);
  at.setDate(at.getDate() + 1);
  return at.toISOString();
}

/** What the hub is asked for. */
export function filterOf(narrowing: Narrowing): Filter {
  const { kinds, tlps, statuses, systems, severity, region, from, until, current } = narrowing;
  return {
    ...(kinds.length && { kinds }),
    ...(tlps.length && { tlps }),
    ...(statuses.length && { statuses }),
    ...(systems.length && { affectedSystems: systems }),
    ...(severity && { severityAtLeast: severity }),
    ...(region && { regions: [region] }),
    ...(from && { updatedFrom: startOf(from) }),
    ...(until && { updatedUntil: endOf(until) }),
    ...(current && { currentOnly: true }),
  };
}
