import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';
import { ADDRESSES } from '../deeds/indicators.js';
import type { Asker, Facts } from '../model/facts.js';
import { personOf } from '../model/rules.js';
import type { Random } from '../random.js';
import { contentBy, cveOf } from '../world/content.js';
import { LINES } from '../world/regions.js';
import type { World } from '../world/world.js';

/** For whom something is drawn, in which world. */
export interface Drawing {
  readonly world: World;
  readonly random: Random;
  readonly asker: Asker;
}

/** Something to ask with, drawn anew each time. */
type Draw = (drawing: Drawing) => unknown;

export const ABSENT = '00000000-0000-4000-8000-000000000000';

export const idOf =
  (kind: keyof Facts): Draw =>
  ({ world, random }) => {
    const others = random.pick(Object.keys(world.facts) as (keyof Facts)[]);
    const from = random.chance(0.85) ? kind : others;
    return random.chance(0.05) ? ABSENT : (random.maybe(Object.keys(world.facts[from])) ?? ABSENT);
  };

/** A word that somebody wrote somewhere, or is about to write. */
const word: Draw = ({ world, random }) =>
  random.pick([world.known.anyWord(random), 'pollbooks', 'ward', 'desk']);
export const momentOf = ({ world, random }: Drawing): string =>
  new Date(world.hub.clock.now().getTime() - random.below(90) * 1_000 + random.below(3) - 1).toISOString();
const region: Draw = ({ random }) => random.pick([...Object.keys(LINES), '55105', '12']);

/** What somebody could publish; whoever could not is given what somebody else could. */
const content: Draw = ({ world, asker }) => {
  const writer = personOf(world.facts, asker) ?? Object.values(world.facts.people)[0];
  if (!writer) throw new Error('There is nobody in the world.');
  return contentBy(world, writer, writer.memberId);
};

/**
 * What to ask with, by argument or input field. One that is not here, and whose type does not say by itself what may be asked,
 * fails the proof: whoever adds a field says what it is to be tried with.
 */
const POOLS: Readonly<Record<string, Draw>> = {
  'Query.publication.id': idOf('publications'),
  'Query.exportPublication.id': idOf('publications'),
  'Query.knownExploited.cve': ({ world, random }) => cveOf(world.known.anyWord(random)),
  'Query.knownExploited.changedFrom': momentOf,
  'Query.draft.id': idOf('drafts'),
  'Query.member.id': idOf('members'),
  'Query.person.id': idOf('people'),
  'Query.group.id': idOf('groups'),
  'Query.webhookEndpoint.id': idOf('endpoints'),
  'Query.remoteCollection.id': idOf('remotes'),
  'Query.invitation.token': ({ world, random }) =>
    random.pick([
      ...Object.values(world.facts.invitations).flatMap(({ kept, token }) => (kept ? [token] : [])),
      ABSENT,
    ]),
  'Query.indicator.id': idOf('indicators'),
  'Query.lookUp.values': ({ random }) => random.pick([...ADDRESSES, 'hxxp://none.test-site.ru', 'no value']),
  'Query.searchPublications.text': word,
  'Query.previewPublication.content': content,
  'Query.previewInterest.days': ({ random }) => 1 + random.below(92),
  'InterestInput.regions': region,
  'InterestInput.text': word,
  'Query.region.code': region,
  'Query.alertLevels.within': region,
  'Query.alertLevelHistory.region': region,
  'RegionActivityFilter.within': region,
  'RegionActivityFilter.from': momentOf,
  'RegionActivityFilter.until': momentOf,
  'Query.regions.text': ({ random }) => random.pick(['dane wi', 'madison', '55025', 'US-WI', 'cook']),
  'Query.regions.within': region,
  'PublicationFilter.regions': region,
  'PublicationFilter.originId': idOf('members'),
  'PublicationFilter.cve': ({ world, random }) => cveOf(world.known.anyWord(random)),
  'PublicationFilter.updatedFrom': momentOf,
  'PublicationFilter.updatedUntil': momentOf,
  'MemberFilter.text': ({ random }) => random.pick(['office', 'da', 'board', 'of c']),
  'MemberFilter.region': region,
  'AuditFilter.personId': idOf('people'),
  'AuditFilter.memberId': idOf('members'),
  'AuditFilter.objectId': idOf('publications'),
  'AuditFilter.action': ({ random }) => random.pick(['publication.release', 'publication.opened']),
  'AuditFilter.from': momentOf,
  'AuditFilter.until': momentOf,
};

/** How often something is given that need not be given. */
const OFTEN = 0.3;

/** Whether somebody said with what to ask, or the type says it by itself. Sizes of pages are chosen by what they cost. */
export const isDrawable = (coordinate: string, type: GraphQLInputType): boolean =>
  coordinate in POOLS ||
  isEnumType(type) ||
  (isScalarType(type) && ['Cursor', 'Boolean'].includes(type.name)) ||
  (coordinate.endsWith('.first') && isScalarType(type));

/** A value for an argument or an input field. @throws when nobody said what to ask with */
export function drawn(drawing: Drawing, coordinate: string, type: GraphQLInputType): unknown {
  const { random } = drawing;
  if (isNonNullType(type)) return drawn(drawing, coordinate, type.ofType);
  if (isListType(type)) {
    return Array.from({ length: 1 + random.below(2) }, () => drawn(drawing, coordinate, type.ofType));
  }
  const pool = POOLS[coordinate];
  if (pool) return pool(drawing);
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const given = fields.filter((field) => isNonNullType(field.type) || random.chance(OFTEN));
    return Object.fromEntries(
      given.map((field) => [field.name, drawn(drawing, `${type.name}.${field.name}`, field.type)]),
    );
  }
  if (isScalarType(type) && type.name === 'Cursor') return undefined;
  if (isScalarType(type) && type.name === 'Boolean') return random.chance(0.5);
  throw new Error(`Nobody said with what to ask for ${coordinate}.`);
}
