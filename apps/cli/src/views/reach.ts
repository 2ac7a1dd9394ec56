import type { Canvas } from '../context.js';
import type { ReachQuery } from '../generated/operations.generated.js';
import { columns, facts } from '../terminal/layout.js';
import { safeLine } from '../terminal/sanitize.js';
import { shortTime } from '../terminal/time.js';
import { counted, words } from '../terminal/words.js';
import { headline } from './publication-line.js';

type Publication = NonNullable<ReachQuery['publication']>;
export type Reach = NonNullable<Publication['reach']>;

export interface ReachData {
  readonly publication: Omit<Publication, 'reach'>;
  readonly reach: Omit<Reach, 'members'> & {
    readonly members: readonly Reach['members']['edges'][number]['node'][];
  };
}

/** Whom it reached and who answered: in all, by state, by kind, and the members one by one. */
export function reachView({ publication, reach }: ReachData, canvas: Canvas): string {
  const { style, width } = canvas;
  const { responses, memberCount, acknowledgedCount, silentCount } = reach;
  const answers = responses
    .filter(({ count }) => count > 0)
    .map(({ response, count }) => `${words(response)} ${count}`);
  const failed = reach.failedCount > 0 ? `; to ${counted(reach.failedCount, 'member')} it could not be` : '';
  const rows: [string, string | false][] = [
    ['Put before', `${counted(memberCount, 'member')}, ${counted(reach.notifiedCount, 'person', 'people')}`],
    ['Sent to', `${counted(reach.sentCount, 'member')}${failed}`],
    ['Opened by', counted(reach.openedCount, 'person', 'people')],
    [
      'Answered',
      `${counted(acknowledgedCount, 'member')}${answers.length > 0 ? ` (${answers.join(', ')})` : ''}`,
    ],
    ['Silent', counted(silentCount, 'member')],
  ];
  const blocks = [
    `${style.tlp(publication.tlp, publication.tlpLabel)}  ${headline(publication, canvas)}`,
    facts(rows, width),
    countTable(
      'State',
      reach.byState.map(({ region, ...counts }) => ({
        name: region ? safeLine(region.fullName) : 'Nation, or none',
        ...counts,
      })),
      canvas,
    ),
    countTable(
      'Kind',
      reach.byKind.map(({ kind, ...counts }) => ({ name: kind.toLowerCase(), ...counts })),
      canvas,
    ),
    memberTable(reach.members, canvas),
  ];
  return blocks.filter(Boolean).join('\n\n');
}

interface Counts {
  readonly name: string;
  readonly memberCount: number;
  readonly openedCount: number;
  readonly acknowledgedCount: number;
  readonly sentCount: number;
  readonly failedCount: number;
  readonly silentCount: number;
}

function countTable(heading: string, counts: readonly Counts[], { style, width }: Canvas): string {
  if (counts.length === 0) return '';
  const rows = counts.map((row) => [
    row.name,
    `${row.memberCount}`,
    `${row.openedCount}`,
    `${row.acknowledgedCount}`,
    `${row.silentCount}`,
    `${row.sentCount}`,
    `${row.failedCount}`,
  ]);
  const head = [heading, 'Members', 'Opened', 'Answered', 'Silent', 'Sent', 'Failed'];
  return columns([head.map(style.bold), ...rows], width);
}

function memberTable(members: ReachData['reach']['members'], { style, width }: Canvas): string {
  if (members.length === 0) return '';
  const rows = members.map(({ member, openedAt, acknowledgement: answer, escalation }) => [
    safeLine(member.name),
    openedAt ? shortTime(openedAt) : '-',
    answer
      ? `${words(answer.response)}, ${shortTime(answer.at)}${answer.note ? `: ${safeLine(answer.note)}` : ''}`
      : style.bad(`silent${escalation?.step ? `, asked again: ${words(escalation.step)}` : ''}`),
  ]);
  return columns([['Member', 'Opened', 'Answer'].map(style.bold), ...rows], width);
}
