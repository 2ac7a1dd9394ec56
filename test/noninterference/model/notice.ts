import type { Asker, Facts } from './facts.js';
import {
  atHub,
  knowsGroup,
  knowsPeopleOf,
  knowsPerson,
  knowsTemplate,
  mayPreview,
  namesMember,
  personOf,
  reads,
  readsOfPerson,
  runsEndpoint,
  runsPeopleOf,
  seesComment,
  seesDraft,
  seesIndicator,
  seesPublication,
  seesReach,
} from './rules.js';

/** Something that a deed made, changed or removed. */
export type Touched =
  | {
      readonly what:
        | 'publication'
        | 'comment'
        | 'draft'
        | 'group'
        | 'person'
        | 'subscription'
        | 'endpoint'
        | 'remote'
        | 'template'
        | 'indicator';
      readonly id: string;
    }
  /** A member's name or jurisdiction. */
  | { readonly what: 'member'; readonly id: string }
  /** How a member releases. */
  | { readonly what: 'settings'; readonly memberId: string }
  /** How a person is reached, or, for no person, a member's people. */
  | { readonly what: 'preferences'; readonly memberId: string; readonly personId: string | null }
  /** Whether a member is suspended. */
  | { readonly what: 'suspension'; readonly memberId: string }
  | { readonly what: 'invitation'; readonly memberId: string }
  /** A member's answer to a publication. */
  | { readonly what: 'answer'; readonly publicationId: string; readonly memberId: string }
  /** What a person did with their inbox. */
  | { readonly what: 'receipt'; readonly publicationId: string; readonly personId: string }
  /** A person's sessions and keys. */
  | { readonly what: 'account'; readonly personId: string }
  | { readonly what: 'region'; readonly code: string };

/** What an asker may notice of a deed: all, or answers of these root fields only. */
export type Noticed = 'ALL' | ReadonlySet<string>;

const NOTHING: Noticed = new Set();
const DRAFTS: Noticed = new Set(['draft', 'drafts']);
const PREVIEW = ['previewPublication'];
const AUDIT = ['audit', 'auditVerification'];

/** Both worlds: what is noticed is what may be known in either. */
export interface Worlds {
  readonly before: Facts;
  readonly after: Facts;
}

/**
 * What somebody may notice of a deed by the access document. A preview counts who could see a publication and who would be told
 * of it, for those who may preview; the audit log is for auditors, how much is delivered for operators; everything else is for whom its thing is.
 */
export function noticed(worlds: Worlds, asker: Asker, touched: readonly Touched[]): Noticed {
  const fields = new Set<string>();
  for (const one of touched) {
    const found = rules[one.what](worlds, asker, one as never);
    if (found === 'ALL') return 'ALL';
    for (const field of found) fields.add(field);
  }
  if (atHub(worlds.after, asker, 'OPERATOR')) fields.add('deliveryHealth');
  if (atHub(worlds.after, asker, 'AUDITOR')) for (const field of AUDIT) fields.add(field);
  return fields;
}

type Rules = {
  [W in Touched['what']]: (worlds: Worlds, asker: Asker, touched: Extract<Touched, { what: W }>) => Noticed;
};

const either = ({ before, after }: Worlds, holds: (facts: Facts) => boolean): boolean =>
  holds(before) || holds(after);

const allIf = (noticed: boolean): Noticed => (noticed ? 'ALL' : NOTHING);

/** Those who may preview see numbers of people change, and nothing else. */
const countedAlso = (noticed: Noticed, { after }: Worlds, asker: Asker): Noticed =>
  noticed !== 'ALL' && mayPreview(after, asker) ? new Set([...noticed, ...PREVIEW]) : noticed;

const rules: Rules = {
  publication: (worlds, asker, { id }) => allIf(either(worlds, (facts) => seesPublication(facts, asker, id))),
  comment: (worlds, asker, { id }) =>
    allIf(
      either(worlds, (facts) => {
        const comment = facts.comments[id];
        return comment !== undefined && seesComment(facts, asker, comment);
      }),
    ),
  draft: (worlds, asker, { id }) => {
    const sees = (facts: Facts) => {
      const draft = facts.drafts[id];
      return draft !== undefined && seesDraft(facts, asker, draft);
    };
    return either(worlds, sees) ? DRAFTS : NOTHING;
  },
  group: (worlds, asker, { id }) => allIf(either(worlds, (facts) => knowsGroup(facts, asker, id))),
  person: (worlds, asker, { id }) =>
    countedAlso(allIf(either(worlds, (facts) => readsOfPerson(facts, asker, id))), worlds, asker),
  subscription: (worlds, asker, { id }) => {
    const owner = (facts: Facts) => facts.subscriptions[id];
    const own = either(worlds, (facts) => {
      const person = personOf(facts, asker);
      const subscription = owner(facts);
      if (!person || !subscription) return false;
      return subscription.personId === null
        ? subscription.memberId === person.memberId
        : subscription.personId === person.id;
    });
    return countedAlso(own ? new Set(['subscriptions']) : NOTHING, worlds, asker);
  },
  template: (worlds, asker, { id }) =>
    either(worlds, (facts) => knowsTemplate(facts, asker, id)) ? new Set(['templates']) : NOTHING,
  endpoint: (worlds, asker, { id }) => {
    const runs = (facts: Facts) => {
      const endpoint = facts.endpoints[id];
      return endpoint !== undefined && runsEndpoint(facts, asker, endpoint);
    };
    return either(worlds, runs) ? new Set(['webhookEndpoint', 'webhookEndpoints']) : NOTHING;
  },
  remote: (worlds, asker) =>
    either(worlds, (facts) => atHub(facts, asker, 'OPERATOR'))
      ? new Set(['remoteCollection', 'remoteCollections'])
      : NOTHING,
  member: (worlds, asker, { id }) =>
    allIf(either(worlds, (facts) => personOf(facts, asker) !== null || namesMember(facts, asker, id))),
  settings: (worlds, asker, { memberId }) =>
    allIf(either(worlds, (facts) => knowsPeopleOf(facts, asker, memberId))),
  preferences: (worlds, asker, { memberId, personId }) => {
    if (personId !== null) return asker.personId === personId ? new Set(['preferences']) : NOTHING;
    const own = either(worlds, (facts) => personOf(facts, asker)?.memberId === memberId);
    return own ? new Set(['preferences', 'memberPreferences']) : NOTHING;
  },
  suspension: (worlds, asker, { memberId }) =>
    countedAlso(
      allIf(
        either(
          worlds,
          (facts) => knowsPeopleOf(facts, asker, memberId) || knowsSomeoneOf(facts, asker, memberId),
        ),
      ),
      worlds,
      asker,
    ),
  invitation: (worlds, asker, { memberId }) =>
    allIf(either(worlds, (facts) => runsPeopleOf(facts, asker, memberId))),
  answer: (worlds, asker, { publicationId, memberId }) =>
    allIf(
      either(
        worlds,
        (facts) =>
          seesReach(facts, asker, publicationId) ||
          (personOf(facts, asker)?.memberId === memberId && seesPublication(facts, asker, publicationId)),
      ),
    ),
  receipt: (worlds, asker, { publicationId, personId }) =>
    allIf(asker.personId === personId || either(worlds, (facts) => seesReach(facts, asker, publicationId))),
  account: (_, asker, { personId }) => (asker.personId === personId ? new Set(['viewer']) : NOTHING),
  indicator: (worlds, asker, { id }) => allIf(either(worlds, (facts) => seesIndicator(facts, asker, id))),
  region: () => new Set(['region', 'regions', ...PREVIEW]),
};

const knowsSomeoneOf = (facts: Facts, asker: Asker, memberId: string): boolean =>
  reads(facts, asker) &&
  Object.values(facts.people).some((one) => one.memberId === memberId && knowsPerson(facts, asker, one.id));
