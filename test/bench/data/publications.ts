import { audienceKeys, type Key, type MemberKind, type PublicationKind, type Tlp } from '#access';
import type { BenchMember, Community } from './community.js';
import { type Random, weighted } from './random.js';
import type { Text } from './text.js';

/** What is stored of a revision's content, as JSON. */
export interface BenchContent {
  readonly kind: PublicationKind;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly instructions: string | null;
  readonly attribution: 'NAMED' | 'ANONYMOUS';
  readonly status: 'ACTUAL' | 'EXERCISE' | 'TEST';
  readonly severity: (typeof LEVELS)[number] | null;
  readonly urgency: string | null;
  readonly certainty: string | null;
  readonly affectedSystems: readonly string[];
  readonly affectedProducts: readonly string[];
  readonly cves: readonly string[];
  readonly references: readonly { readonly title: string; readonly url: string }[];
  readonly analyticConfidence: string | null;
  readonly sourcing: string | null;
  readonly handling: readonly string[];
  readonly onBehalfOfId: string | null;
  readonly acknowledgeWithinMinutes: number | null;
  readonly expiresAt: string | null;
}

/** What is stored of a revision's audience, as JSON. */
export interface BenchAudience {
  readonly regions: readonly string[];
  readonly memberKinds: readonly MemberKind[];
  readonly groupIds: readonly string[];
  readonly personIds: readonly string[];
}

export interface Post {
  readonly origin: BenchMember;
  readonly releasedById: string;
  readonly tlp: Tlp;
  readonly content: BenchContent;
  readonly audience: BenchAudience;
  readonly keys: ReadonlySet<Key>;
  /** What would open it were it AMBER: those whom its regions and groups address. */
  readonly addressed: ReadonlySet<Key>;
}

const KINDS = weighted<PublicationKind>({ ALERT: 60, ADVISORY: 28, BULLETIN: 12 });
const WHO_POSTS = {
  ALERT: weighted<MemberKind>({ LOCAL: 70, STATE: 20, HUB: 10, FEDERAL: 0, PARTNER: 0 }),
  ADVISORY: weighted<MemberKind>({ HUB: 45, FEDERAL: 25, STATE: 20, PARTNER: 10, LOCAL: 0 }),
  BULLETIN: weighted<MemberKind>({ FEDERAL: 85, HUB: 15, STATE: 0, LOCAL: 0, PARTNER: 0 }),
};
const HOW_CLOSE = {
  LOCAL: weighted<Tlp>({ CLEAR: 2, GREEN: 33, AMBER: 50, AMBER_STRICT: 13, RED: 2 }),
  STATE: weighted<Tlp>({ CLEAR: 6, GREEN: 36, AMBER: 44, AMBER_STRICT: 12, RED: 2 }),
  FEDERAL: weighted<Tlp>({ CLEAR: 18, GREEN: 40, AMBER: 30, AMBER_STRICT: 10, RED: 2 }),
  HUB: weighted<Tlp>({ CLEAR: 20, GREEN: 45, AMBER: 28, AMBER_STRICT: 6, RED: 1 }),
  PARTNER: weighted<Tlp>({ CLEAR: 40, GREEN: 40, AMBER: 18, AMBER_STRICT: 2, RED: 0 }),
};
const REACH = {
  LOCAL: weighted({ own: 50, state: 44, near: 6 }),
  STATE: weighted({ own: 68, counties: 20, states: 8, nation: 4 }),
  WIDE: weighted({ nation: 60, region: 20, states: 20 }),
};
/** In the order of their levels. */
export const LEVELS = ['BASELINE', 'LOW', 'MEDIUM', 'HIGH', 'SEVERE', 'EMERGENCY'] as const;
const SEVERITY = weighted({ BASELINE: 10, LOW: 30, MEDIUM: 35, HIGH: 19, SEVERE: 5, EMERGENCY: 1 });
const URGENCY = weighted({ IMMEDIATE: 20, EXPECTED: 30, FUTURE: 30, PAST: 10, UNKNOWN: 10 });
const CERTAINTY = weighted({ OBSERVED: 40, LIKELY: 25, POSSIBLE: 20, UNLIKELY: 5, UNKNOWN: 10 });
const CONFIDENCE = weighted({ LOW: 20, MODERATE: 50, HIGH: 30 });
const STATUS = weighted({ ACTUAL: 95, EXERCISE: 4, TEST: 1 });
const SYSTEM = weighted({
  OFFICE_IT: 30,
  PUBLIC_WEBSITE: 20,
  VOTER_REGISTRATION: 15,
  ELECTRONIC_POLLBOOK: 8,
  PUBLIC_INFORMATION: 8,
  PEOPLE: 6,
  ELECTION_NIGHT_REPORTING: 4,
  ELECTION_MANAGEMENT: 3,
  VOTING_MACHINE: 2,
  BALLOT_TABULATION: 2,
  PHYSICAL_FACILITY: 2,
});
const NARROWED: readonly MemberKind[][] = [['LOCAL'], ['STATE', 'LOCAL'], ['STATE', 'FEDERAL', 'HUB']];
const DAY = 86_400_000;

/** What goes into a community's posts. */
export interface Material {
  readonly random: Random;
  readonly text: Text;
  readonly community: Community;
}

/** Somebody posts something, as a community of this shape does. `at` in milliseconds since 1970. */
export function post(material: Material, at: number): Post {
  const { random, community } = material;
  const kind = KINDS.pick(random);
  const origin = community.posters[WHO_POSTS[kind].pick(random)].pick(random);
  const tlp = HOW_CLOSE[origin.kind].pick(random);
  return composed(community, origin, tlp, contentFor(material, kind, at), audienceFor(material, origin, tlp));
}

/** The same in other words. */
export function revised(material: Material, { origin, tlp, content, audience }: Post, at: number): Post {
  const { kind, attribution, status } = content;
  return composed(
    material.community,
    origin,
    tlp,
    { ...contentFor(material, kind, at), attribution, status },
    audience,
  );
}

/** The same, addressed to others. */
export const addressedAnew = (material: Material, { origin, tlp, content }: Post): Post =>
  composed(material.community, origin, tlp, content, audienceFor(material, origin, tlp));

function composed(
  community: Community,
  origin: BenchMember,
  tlp: Tlp,
  content: BenchContent,
  audience: BenchAudience,
): Post {
  const releasedById = origin.people[0]?.id ?? '';
  const lines = { ...audience, regions: audience.regions.map((code) => community.tree.line(code)) };
  const released = { originId: origin.id, releasedById, audience: lines };
  const keys = audienceKeys({ ...released, tlp });
  const addressed = tlp === 'RED' ? keys : audienceKeys({ ...released, tlp: 'AMBER' });
  return { origin, releasedById, tlp, content, audience, keys, addressed };
}

function audienceFor({ random, community }: Material, origin: BenchMember, tlp: Tlp): BenchAudience {
  const regions = regionsFor(random, community, origin);
  if (tlp === 'RED') {
    const members = random.some(community.members, 1 + random.below(4));
    return {
      regions,
      memberKinds: [],
      groupIds: [],
      personIds: members.map(({ people }) => people[0]?.id ?? ''),
    };
  }
  return {
    regions,
    memberKinds: random.chance(0.08) ? random.pick(NARROWED) : [],
    groupIds: random.chance(0.04) ? [random.pick(community.groups).id] : [],
    personIds: [],
  };
}

function regionsFor(
  random: Random,
  { tree, byKind }: Community,
  { kind, jurisdiction }: BenchMember,
): readonly string[] {
  const states = (most: number) =>
    random.some(byKind.STATE, 1 + random.below(most)).map((state) => state.jurisdiction ?? 'US');
  const counties = (state: string, most: number) =>
    random.some(tree.children(state), most).map(({ code }) => code);
  if (kind === 'LOCAL' && jurisdiction) {
    const state = tree.stateOf(jurisdiction)?.code ?? 'US';
    const reach = REACH.LOCAL.pick(random);
    if (reach === 'own') return [jurisdiction];
    return reach === 'state' ? [state] : [...new Set([jurisdiction, ...counties(state, 3)])];
  }
  if (kind === 'STATE' && jurisdiction) {
    const reach = REACH.STATE.pick(random);
    if (reach === 'own') return [jurisdiction];
    if (reach === 'counties') return counties(jurisdiction, 1 + random.below(6));
    return reach === 'states' ? states(4) : ['US'];
  }
  const reach = REACH.WIDE.pick(random);
  if (reach === 'nation') return ['US'];
  return reach === 'region' ? [`R${String(1 + random.below(10)).padStart(2, '0')}`] : states(8);
}

function contentFor({ random, text }: Material, kind: PublicationKind, at: number): BenchContent {
  const alert = kind === 'ALERT';
  const advisory = kind === 'ADVISORY';
  const bulletin = kind === 'BULLETIN';
  return {
    kind,
    title: text.title(),
    summary: text.paragraph(2),
    body: text.paragraph(4 + random.below(8)),
    instructions: alert ? text.paragraph(3) : null,
    attribution: random.chance(0.1) ? 'ANONYMOUS' : 'NAMED',
    status: STATUS.pick(random),
    severity: alert || random.chance(0.3) ? SEVERITY.pick(random) : null,
    urgency: alert ? URGENCY.pick(random) : null,
    certainty: alert ? CERTAINTY.pick(random) : null,
    affectedSystems: [...new Set([SYSTEM.pick(random), SYSTEM.pick(random)])],
    affectedProducts: advisory ? [`${text.title()} ${1 + random.below(9)}.${random.below(20)}`] : [],
    cves: advisory ? [`CVE-${2020 + random.below(6)}-${10_000 + random.below(50_000)}`] : [],
    references: advisory ? [{ title: text.title(), url: `https://example.org/${random.below(1e6)}` }] : [],
    analyticConfidence: bulletin ? CONFIDENCE.pick(random) : null,
    sourcing: bulletin ? text.paragraph(1) : null,
    handling: [],
    onBehalfOfId: null,
    acknowledgeWithinMinutes: alert && random.chance(0.1) ? 60 : null,
    expiresAt: alert ? new Date(at + 7 * DAY).toISOString() : null,
  };
}
