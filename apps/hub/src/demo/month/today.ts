import type { RegionCode, RegionTree } from '#regions';
import type { Deed } from './deed.js';
import { list, paragraphs, steps, type Text } from './text.js';

const MINUTE = 60_000;

/** States whose office writes today, how long before now, and which of its counties have answered. Minutes. */
const WRITING: readonly { readonly by: RegionCode; readonly ago: number; readonly answered: Answers }[] = [
  { by: '55', ago: 50, answered: { '55133': 'ACTING', '55009': 'NOT_AFFECTED' } },
  { by: '12', ago: 40, answered: { '12057': 'NOT_AFFECTED' } },
];

type Answers = Readonly<Record<RegionCode, 'ACTING' | 'NOT_AFFECTED'>>;

/** What is going on when the demo community is first seen, in order of time: there is something to answer in time. */
export function tellToday(tree: RegionTree, now: Date): Deed[] {
  const before = (minutes: number) => new Date(now.getTime() - minutes * MINUTE);
  const told = WRITING.map(({ by, ago }): Deed => {
    const text = falseSignInPage(tree.region(by)?.name ?? by, by);
    return { what: 'PUBLISH', key: `today/${by}`, at: before(ago), by, text };
  });
  const answers = WRITING.flatMap(({ by: state, ago, answered }) =>
    Object.entries(answered).map(([by, response], index): Deed => {
      return { what: 'ANSWER', key: `today/${state}`, at: before(ago - 8 - 9 * index), by, response };
    }),
  );
  return [...told, ...answers].sort((one, other) => one.at.getTime() - other.at.getTime());
}

const falseSignInPage = (state: string, code: RegionCode): Text => ({
  kind: 'ALERT',
  title: `False sign-in page aimed at election offices in ${state}`,
  summary:
    'Messages sent since this morning lead to a copy of the mail sign-in page. Two people typed a password; both accounts are reset.',
  body: paragraphs(
    'They come from a mailbox that the recipients know, of an office whose account was taken over last night, and answer a real message.',
    list(
      'Subject: that of the message which is answered',
      'The link leads to `mail-elections.example`, registered yesterday',
      'Whoever types a password sees an error, then the real page',
    ),
  ),
  instructions: steps(
    'Search your mail for `mail-elections.example` and delete what you find.',
    'Reset whoever typed a password, and end their sessions.',
    'Answer here, so that we know whom to call.',
  ),
  tlp: 'AMBER',
  address: { regions: [code] },
  severity: 'HIGH',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  affectedSystems: ['OFFICE_IT', 'PEOPLE'],
  acknowledgeWithinMinutes: 240,
  hours: 36,
});
