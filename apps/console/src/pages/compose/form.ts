import type { Viewer } from '../../app/session.js';
import type { DraftQuery, ENUMS, PreviewQueryVariables } from '../../generated/operations.generated.js';

type One<K extends keyof typeof ENUMS> = (typeof ENUMS)[K][number];
export type ContentInput = PreviewQueryVariables['content'];
export type DraftContent = NonNullable<DraftQuery['draft']>['content'];

export interface ChosenRegion {
  readonly code: string;
  readonly fullName: string;
}

export interface ChosenPerson {
  readonly id: string;
  readonly name: string;
  readonly member: string;
}

/** What stands in the editor. Lists that are typed are kept as they are typed. */
export interface Form {
  readonly kind: One<'PublicationKind'>;
  readonly title: string;
  readonly summary: string;
  readonly instructions: string;
  readonly body: string;
  readonly tlp: One<'Tlp'>;
  readonly regions: readonly ChosenRegion[];
  readonly memberKinds: readonly One<'MemberKind'>[];
  readonly groupIds: readonly string[];
  readonly persons: readonly ChosenPerson[];
  readonly anonymous: boolean;
  readonly status: One<'PublicationStatus'>;
  readonly severity: One<'Severity'> | null;
  readonly urgency: One<'Urgency'> | null;
  readonly certainty: One<'Certainty'> | null;
  readonly affectedSystems: readonly One<'AffectedSystem'>[];
  readonly answerWithin: number | null;
  /** As a `datetime-local` field has it, in the user's own time zone; empty for no end. */
  readonly expires: string;
  readonly products: string;
  readonly cves: string;
  /** A line each: an address, and before it what it is. */
  readonly references: string;
  readonly confidence: One<'AnalyticConfidence'> | null;
  readonly sourcing: string;
  readonly handling: string;
  readonly onBehalfOfId: string | null;
}

export type SetForm = (change: Partial<Form>) => void;

const KINDS: Readonly<Record<Viewer['member']['kind'], readonly Form['kind'][]>> = {
  LOCAL: ['ALERT'],
  STATE: ['ALERT', 'ADVISORY'],
  FEDERAL: ['BULLETIN', 'ADVISORY'],
  HUB: ['ALERT', 'ADVISORY', 'BULLETIN'],
  PARTNER: ['ADVISORY'],
};

/** What a member of this kind posts; the hub decides again when it is sent. */
export const kindsOf = ({ member }: Pick<Viewer, 'member'>): readonly Form['kind'][] => KINDS[member.kind];

export function emptyForm(viewer: Viewer): Form {
  const [kind = 'ALERT'] = kindsOf(viewer);
  return {
    kind,
    title: '',
    summary: '',
    instructions: '',
    body: '',
    tlp: 'AMBER',
    regions: [],
    memberKinds: [],
    groupIds: [],
    persons: [],
    anonymous: false,
    status: 'ACTUAL',
    severity: null,
    urgency: null,
    certainty: null,
    affectedSystems: [],
    answerWithin: kind === 'ALERT' ? 60 : null,
    expires: '',
    products: '',
    cves: '',
    references: '',
    confidence: null,
    sourcing: '',
    handling: '',
    onBehalfOfId: null,
  };
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** `What it is https://…`; without words before it, the address is its own title. */
function referenceOf(line: string): { title: string; url: string } {
  const [url = line] = line.match(/\S+$/) ?? [];
  return { title: line.slice(0, -url.length).trim() || url, url };
}

/** What the hub is told. */
export function contentOf(form: Form): ContentInput {
  const red = form.tlp === 'RED';
  return {
    kind: form.kind,
    title: form.title,
    summary: form.summary || null,
    instructions: form.instructions || null,
    body: form.body || null,
    tlp: form.tlp,
    attribution: form.anonymous ? 'ANONYMOUS' : 'NAMED',
    status: form.status,
    severity: form.severity,
    urgency: form.urgency,
    certainty: form.certainty,
    affectedSystems: form.affectedSystems,
    affectedProducts: lines(form.products),
    cves: form.cves.split(/[\s,;]+/).filter(Boolean),
    references: lines(form.references).map(referenceOf),
    acknowledgeWithinMinutes: form.answerWithin,
    expiresAt: form.expires ? new Date(form.expires).toISOString() : null,
    onBehalfOfId: form.onBehalfOfId,
    ...(form.kind === 'BULLETIN' && {
      analyticConfidence: form.confidence,
      sourcing: form.sourcing || null,
      handling: lines(form.handling),
    }),
    audience: {
      regions: form.regions.map(({ code }) => code),
      memberKinds: red ? [] : form.memberKinds,
      groupIds: red ? [] : form.groupIds,
      personIds: red ? form.persons.map(({ id }) => id) : [],
    },
  };
}

/** A moment as a `datetime-local` field wants it: in the user's time zone, to the minute. */
function localMoment(moment: string): string {
  const at = new Date(moment);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function formOf(content: DraftContent): Form {
  return {
    kind: content.kind,
    title: content.title,
    summary: content.summary ?? '',
    instructions: content.instructions ?? '',
    body: content.body ?? '',
    tlp: content.tlp,
    regions: content.audience.regions,
    memberKinds: content.audience.memberKinds,
    groupIds: content.audience.groups.map(({ id }) => id),
    persons: content.audience.persons.map(({ id, name, member }) => ({ id, name, member: member.name })),
    anonymous: content.attribution === 'ANONYMOUS',
    status: content.status,
    severity: content.severity,
    urgency: content.urgency,
    certainty: content.certainty,
    affectedSystems: content.affectedSystems,
    answerWithin: content.acknowledgeWithinMinutes,
    expires: content.expiresAt ? localMoment(content.expiresAt) : '',
    products: content.affectedProducts.join('\n'),
    cves: content.cves.join(' '),
    references: content.references
      .map(({ title, url }) => (title === url ? url : `${title} ${url}`))
      .join('\n'),
    confidence: content.analyticConfidence,
    sourcing: content.sourcing ?? '',
    handling: content.handling.join('\n'),
    onBehalfOfId: content.onBehalfOf?.id ?? null,
  };
}
