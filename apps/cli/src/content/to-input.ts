import { usage } from '../failure.js';
import type { AudienceInput, PublicationContentInput } from '../generated/operations.generated.js';
import type { Hub } from '../hub/hub.js';
import { groupId } from '../names/group.js';
import { memberId } from '../names/member.js';
import { personId } from '../names/person.js';
import { regionCodes } from '../names/region.js';
import { minutesOf, momentOf } from '../options/times.js';
import { type EnumName, type EnumValue, enumValue } from '../options/values.js';
import { type ContentFields, type FieldName, written } from './fields.js';
import { referenceIn } from './references.js';

/** What the hub takes, from what people wrote: values checked, names looked up. What was not given is left to the contract. */
export async function contentInput(hub: Hub, fields: ContentFields): Promise<PublicationContentInput> {
  const { kind, title } = fields;
  if (!kind) throw usage('Say what kind it is: alert, advisory or bulletin.');
  if (!title) throw usage('Give it a title.');
  const one = <E extends EnumName>(name: FieldName, type: E) => oneOf(fields, name, type);
  return present({
    kind: enumValue('PublicationKind', kind, 'kind'),
    title,
    summary: fields.summary,
    body: fields.body,
    instructions: fields.instructions,
    tlp: one('tlp', 'Tlp'),
    audience: await audienceInput(hub, fields),
    attribution: one('attribution', 'Attribution'),
    status: one('status', 'PublicationStatus'),
    severity: one('severity', 'Severity'),
    urgency: one('urgency', 'Urgency'),
    certainty: one('certainty', 'Certainty'),
    affectedSystems: fields.systems?.map((system) => enumValue('AffectedSystem', system, 'systems')),
    affectedProducts: fields.products,
    cves: fields.cves?.map((cve) => cve.toUpperCase()),
    references: fields.references?.map(referenceIn),
    analyticConfidence: one('confidence', 'AnalyticConfidence'),
    sourcing: fields.sourcing,
    handling: fields.handling,
    onBehalfOfId: fields.onBehalfOf === undefined ? undefined : await memberId(hub, fields.onBehalfOf),
    acknowledgeWithinMinutes:
      fields.answerWithin === undefined ? undefined : minutesOf(fields.answerWithin, 'answer-within'),
    expiresAt: fields.expires === undefined ? undefined : momentOf(fields.expires, 'expires', 1),
  });
}

/** Whom it is addressed to. */
export async function audienceInput(hub: Hub, fields: ContentFields): Promise<AudienceInput> {
  const { regions, memberKinds, groups, persons } = fields;
  return present({
    regions: regions && (await regionCodes(hub, regions)),
    memberKinds: memberKinds?.map((kind) => enumValue('MemberKind', kind, 'member-kinds')),
    groupIds: groups && (await Promise.all(groups.map((group) => groupId(hub, group)))),
    personIds: persons && (await Promise.all(persons.map((person) => personId(hub, person)))),
  });
}

function oneOf<E extends EnumName>(
  fields: ContentFields,
  name: FieldName,
  type: E,
): EnumValue<E> | undefined {
  const value = fields[name];
  return typeof value === 'string' ? enumValue(type, value, written(name)) : undefined;
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Without what is undefined. */
const present = <T extends object>(input: T): Present<T> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Present<T>;
