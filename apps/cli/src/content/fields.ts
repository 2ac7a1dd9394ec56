/** What a publication is to say, as people write it: before names are looked up and values are checked. */
export interface ContentFields {
  readonly kind?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly body?: string;
  readonly instructions?: string;
  readonly tlp?: string;
  readonly regions?: readonly string[];
  readonly memberKinds?: readonly string[];
  readonly groups?: readonly string[];
  readonly persons?: readonly string[];
  readonly attribution?: string;
  readonly status?: string;
  readonly severity?: string;
  readonly urgency?: string;
  readonly certainty?: string;
  readonly systems?: readonly string[];
  readonly products?: readonly string[];
  readonly cves?: readonly string[];
  readonly references?: readonly string[];
  readonly confidence?: string;
  readonly sourcing?: string;
  readonly handling?: readonly string[];
  readonly onBehalfOf?: string;
  readonly answerWithin?: string;
  readonly expires?: string;
}

export type FieldName = keyof ContentFields;

type Shape = 'text' | 'list' | 'values';

interface Row {
  /** What it is for, shown in the template. */
  readonly hint: string;
  readonly shape: Shape;
}

const row = (shape: Shape, hint: string): Row => ({ shape, hint });

/**
 * The fields of the front matter in the template's order; the body is what follows it. `values` are short words that may also
 * stand on one line with commas between them; a `list`'s entries may hold commas.
 */
export const FRONT_MATTER: Readonly<Record<Exclude<FieldName, 'body'>, Row>> = {
  kind: row('text', 'alert, advisory or bulletin'),
  title: row('text', 'at most 200 characters'),
  summary: row('text', 'the gist in a sentence or two'),
  tlp: row('text', 'clear, green, amber, amber+strict or red'),
  regions: row('list', "whom it is addressed to: [dane wi, '55', us]"),
  memberKinds: row('values', 'only these kinds of member: state, local, federal, hub, partner'),
  groups: row('list', 'sharing groups to address besides'),
  persons: row('list', "for red, whom it is for: ['FBI: Election desk']"),
  status: row('text', 'actual, exercise or test'),
  attribution: row('text', 'named or anonymous'),
  severity: row('text', 'an alert needs it: baseline, low, medium, high, severe or emergency'),
  urgency: row('text', 'an alert needs it: immediate, expected, future, past or unknown'),
  certainty: row('text', 'an alert needs it: observed, likely, possible, unlikely or unknown'),
  systems: row('values', 'affected systems: voter-registration, public-website, office-it ...'),
  products: row('list', 'affected products'),
  cves: row('values', 'CVE-2026-0001 ...'),
  references: row('list', "['Vendor notice <https://example.org/notice>']"),
  confidence: row('text', 'for a bulletin: low, moderate or high'),
  sourcing: row('text', 'for a bulletin'),
  handling: row('list', 'for a bulletin: caveats'),
  onBehalfOf: row('text', 'for the hub: the federal partner'),
  answerWithin: row('text', 'ask for an answer within 30m, 4h, 1d'),
  expires: row('text', "when it stops being current: 48h, or '2026-11-05 18:00'"),
  instructions: row('text', 'what to do'),
};

/** `onBehalfOf` as it is written in front matter: `on-behalf-of`. */
export const written = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The fields of both; those of `over` win. */
export const merged = (under: ContentFields, over: ContentFields): ContentFields => ({
  ...under,
  ...Object.fromEntries(Object.entries(over).filter(([, value]) => value !== undefined)),
});
