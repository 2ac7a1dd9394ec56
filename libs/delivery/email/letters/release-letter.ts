import type { Block, Letter } from '#mail';
import type { Occasion, Reader, Told, Ways } from './facts.js';
import { footerOf } from './footer.js';
import { moment, systemNames, worded } from './words.js';

/** What a publication says, to somebody who may have its text in a mail. */
export function releaseLetter(told: Told, occasion: Occasion, ways: Ways, reader: Reader): Letter {
  const { tlp, status } = told;
  return {
    subject: [lead(told, occasion), kindOf(told), told.title ?? ''].filter(Boolean).join(': '),
    tlp,
    status,
    blocks: told.state === 'WITHDRAWN' ? withdrawn(told, ways) : standing(told, occasion, ways, reader),
    footer: footerOf(occasion.because, tlp, ways),
  };
}

/** `Severe alert`, `Advisory`. */
export function kindOf({ kind, severity }: Pick<Told, 'kind' | 'severity'>): string {
  return severity === null || kind !== 'ALERT' ? worded(kind) : `${worded(severity)} ${kind.toLowerCase()}`;
}

function lead({ state }: Told, { what, reason }: Occasion): string {
  if (state === 'WITHDRAWN') return 'Withdrawn';
  if (reason === 'REMINDER') return 'Reminder';
  if (reason === 'ESCALATION') return 'Unanswered';
  return what === 'REVISED' ? 'Updated' : '';
}

function withdrawn({ title, withdrawal }: Told, { read }: Ways): Block[] {
  return [
    { kind: 'title', text: title ?? 'Withdrawn' },
    {
      kind: 'text',
      text: `This was withdrawn. Do not act on it any more.\n${withdrawal?.reason ?? ''}`.trim(),
    },
    { kind: 'actions', actions: [{ label: 'Open it in Watchfire', url: read }] },
  ];
}

function standing(told: Told, { note, unanswered, at, what }: Occasion, ways: Ways, reader: Reader): Block[] {
  const { title, summary, instructions, body } = told;
  return [
    { kind: 'title', text: title ?? '' },
    ...(unanswered === null ? [] : [text(`Not answered yet: ${unanswered}.`)]),
    ...(what === 'REVISED' && note ? [text(`What changed: ${note}`)] : []),
    { kind: 'facts', rows: factsOf(told, at, reader) },
    ...(summary ? [text(summary)] : []),
    ...(instructions ? [heading('What to do'), markdown(instructions)] : []),
    ...answers(told, ways),
    ...(body ? [heading('Details'), markdown(body)] : []),
    ...references(told),
    { kind: 'actions', actions: [{ label: 'Open it in Watchfire', url: ways.read }] },
  ];
}

const text = (said: string): Block => ({ kind: 'text', text: said });
const heading = (said: string): Block => ({ kind: 'heading', text: said });
const markdown = (said: string): Block => ({ kind: 'markdown', text: said });

function factsOf(told: Told, at: string, { timeZone }: Reader): [string, string][] {
  const { origin, onBehalfOf, acknowledgeWithinMinutes: minutes } = told;
  const answerBy = minutes === null ? null : new Date(Date.parse(at) + minutes * 60_000).toISOString();
  const rows: [string, string | null | undefined][] = [
    ['From', origin ? origin.name : 'an office that is not named'],
    ['On behalf of', onBehalfOf?.name],
    ['Severity', told.severity && worded(told.severity)],
    ['Urgency', told.urgency && worded(told.urgency)],
    ['Certainty', told.certainty && worded(told.certainty)],
    ['Analytic confidence', told.analyticConfidence && worded(told.analyticConfidence)],
    ['Affected systems', systemNames(told.affectedSystems)],
    ['Affected products', told.affectedProducts.join(', ')],
    ['CVE', told.cves.join(', ')],
    ['Sourcing', told.sourcing],
    ['Handling', told.handling.join('; ')],
    ['Released', moment(at, timeZone)],
    ['Answer by', answerBy && moment(answerBy, timeZone)],
    ['Expires', told.expiresAt && moment(told.expiresAt, timeZone)],
  ];
  return rows.flatMap(([label, value]): [string, string][] => (value ? [[label, value]] : []));
}

function answers({ acknowledgeWithinMinutes }: Told, { answer, seen }: Ways): Block[] {
  if (answer === null) {
    return seen === null ? [] : [{ kind: 'actions', actions: [{ label: 'I have read this', url: seen }] }];
  }
  const actions = [
    { label: 'We are acting on it', url: `${answer}?answer=ACTING` },
    { label: 'We are not affected', url: `${answer}?answer=NOT_AFFECTED` },
    { label: 'We need help', url: `${answer}?answer=NEED_HELP` },
  ];
  const asked = acknowledgeWithinMinutes !== null;
  return [
    heading(asked ? 'Please answer for your office' : 'Answer for your office'),
    { kind: 'actions', actions },
  ];
}

function references({ references: found }: Told): Block[] {
  if (found.length === 0) return [];
  return [
    heading('References'),
    { kind: 'references', links: found.map(({ title, url }) => ({ label: title, url })) },
  ];
}
