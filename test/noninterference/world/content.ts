import { PUBLICATION_KINDS, type PublicationKind, postsKind, TLPS, type Tlp } from '#access';
import type { AudienceInput, PublicationContentInput } from '#contract';
import {
  AFFECTED_SYSTEMS,
  ANALYTIC_CONFIDENCES,
  CERTAINTIES,
  SEVERITIES,
  STATUSES,
  URGENCIES,
} from '#publications';
import type { Facts, PersonFacts } from '../model/facts.js';
import { knowsPerson } from '../model/rules.js';
import { addressableBy, LINES } from './regions.js';
import type { World } from './world.js';

const MINUTE = 60_000;

/** What some member's person may say; words of their own are in every text. */
export interface Wish {
  readonly kind?: PublicationKind;
  readonly tlp?: Tlp;
  readonly onlyOwnRegions?: boolean;
}

/** How often each TLP is chosen: the stricter, the more there is that somebody may not see. */
const OFTEN: Record<Tlp, number> = { CLEAR: 1, GREEN: 1, AMBER: 4, AMBER_STRICT: 3, RED: 3 };

export function contentBy(
  world: World,
  writer: PersonFacts,
  originId: string,
  wish: Wish = {},
): PublicationContentInput {
  const { random, known, facts } = world;
  const origin = facts.members[originId];
  const kinds = PUBLICATION_KINDS.filter((kind) => origin && postsKind(origin.kind, kind));
  const kind = wish.kind ?? random.pick(kinds);
  const tlp = wish.tlp ?? random.weighted(OFTEN);
  const say = (text: string) => `${text} ${known.word()}`;
  const attribution = random.chance(0.4) ? 'ANONYMOUS' : 'NAMED';
  const alert = kind === 'ALERT';
  return {
    kind,
    title: say('Pollbooks fail'),
    summary: say('In two wards they do not start'),
    body: say('They show **no** sign-in page and'),
    instructions: say('Call the desk about'),
    tlp,
    audience: audienceBy(world, writer, originId, tlp),
    attribution,
    status: random.chance(0.6) ? 'ACTUAL' : random.pick(STATUSES),
    severity: alert || random.chance(0.5) ? random.pick(SEVERITIES) : null,
    urgency: alert ? random.pick(URGENCIES) : null,
    certainty: alert ? random.pick(CERTAINTIES) : null,
    affectedSystems: random.some(AFFECTED_SYSTEMS, random.below(3)),
    affectedProducts: [say('Pollbook')],
    cves: random.chance(0.7) ? [cveOf(known.word())] : [],
    references: [{ title: say('Guide'), url: `https://guide.example/${known.word()}` }],
    ...(kind === 'BULLETIN' && {
      analyticConfidence: random.pick(ANALYTIC_CONFIDENCES),
      sourcing: say('From a partner'),
      handling: [say('Do not print')],
    }),
    onBehalfOfId: attribution === 'NAMED' ? (partnerFor(world, originId) ?? null) : null,
    acknowledgeWithinMinutes: random.chance(0.5) ? 60 : null,
    expiresAt: random.chance(0.4)
      ? new Date(world.hub.clock.now().getTime() + 5 * MINUTE).toISOString()
      : null,
  };
}

/** A CVE id that occurs where the word does. */
export const cveOf = (word: string): string => `CVE-2026-${word.replace(/\D/g, '').padStart(5, '0')}`;

function partnerFor({ facts, random }: World, originId: string): string | undefined {
  if (facts.members[originId]?.kind !== 'HUB' || random.chance(0.5)) return undefined;
  const partners = Object.values(facts.members).filter(
    ({ kind, suspended }) => kind === 'FEDERAL' && !suspended,
  );
  return random.maybe(partners)?.id;
}

/** Whom somebody addresses: for the most part what the origin may address by itself. */
export function audienceBy(
  { facts, random }: World,
  writer: PersonFacts,
  originId: string,
  tlp: Tlp,
): AudienceInput {
  const origin = facts.members[originId];
  if (tlp === 'RED')
    return { regions: [], personIds: random.some(peopleKnownTo(facts, writer), 1 + random.below(2)) };
  const all = Object.keys(LINES);
  const own = origin ? addressableBy(origin.kind, origin.jurisdiction, origin.agreedRegions) : all;
  const groupIds = random.chance(0.4) ? random.some(groupsOf(facts, writer.memberId), 2) : [];
  const usual = own.filter((code) => code !== 'US' || random.chance(0.1));
  const reach = usual.length === 0 || random.chance(0.1) ? all : usual;
  const least = groupIds.length > 0 ? 0 : 1;
  return {
    regions: random.some(reach, Math.max(least, random.below(3))),
    memberKinds: random.chance(0.2) ? random.some(['LOCAL', 'STATE', 'FEDERAL'] as const, 2) : [],
    groupIds,
    personIds: [],
  };
}

const peopleKnownTo = (facts: Facts, { id }: PersonFacts): string[] =>
  Object.keys(facts.people).filter((other) => knowsPerson(facts, { personId: id, scopes: null }, other));

export const groupsOf = (facts: Facts, memberId: string): string[] =>
  Object.values(facts.groups)
    .filter(({ memberIds }) => memberIds.includes(memberId))
    .map(({ id }) => id);

export const tlpsLoosestFirst: readonly Tlp[] = TLPS;
