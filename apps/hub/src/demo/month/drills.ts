import { list, paragraphs, type Scene, steps, type Telling, type Text } from './text.js';

/** The hub's weekly test of its channels. */
export const weeklyTest = (week: number): Text => ({
  kind: 'ALERT',
  title: `Test of all channels, week ${week}`,
  summary: 'This is a test. Please answer "not affected" when you read it, so that we see whom we reach.',
  body: 'The hub sends this every week. Nothing has happened. Whoever has not answered by the evening is called by telephone.',
  instructions: steps(
    'Answer.',
    'If this came late or not at all to a colleague, tell the operations center.',
  ),
  tlp: 'GREEN',
  address: { regions: ['R05'] },
  status: 'TEST',
  severity: 'BASELINE',
  urgency: 'UNKNOWN',
  certainty: 'UNKNOWN',
  affectedSystems: ['OTHER'],
  acknowledgeWithinMinutes: 480,
  hours: 24,
});

const inject =
  (
    title: string,
    summary: string,
    found: readonly string[],
    rest: Pick<Text, 'severity' | 'urgency' | 'affectedSystems'>,
  ) =>
  ({ state }: Scene): Text => ({
    kind: 'ALERT',
    title: `Exercise: ${title}`,
    summary: `Exercise. ${summary}`,
    body: paragraphs('This is part of a table-top exercise. Nothing in it is real.', list(...found)),
    instructions: steps('Play your part as in the handbook.', 'Answer here as you would on the day.'),
    tlp: 'AMBER',
    address: { regions: [state.code] },
    status: 'EXERCISE',
    certainty: 'OBSERVED',
    acknowledgeWithinMinutes: 60,
    hours: 8,
    ...rest,
  });

/** The injects of one afternoon's table-top exercise, in order. */
export const EXERCISE: readonly Telling[] = [
  inject(
    "results page shows a stranger's totals",
    'Screens in the room show a results page that nobody here made.',
    [
      'The page has the right address',
      'Newsrooms have begun to call',
      'The file on the drive is the right one',
    ],
    {
      severity: 'MEDIUM',
      urgency: 'IMMEDIATE',
      affectedSystems: ['PUBLIC_WEBSITE', 'ELECTION_NIGHT_REPORTING'],
    },
  ),
  inject(
    'pollbooks lose power at six sites',
    'A breaker fails at a school that charges the books of six sites.',
    ['Batteries last about forty minutes', 'Lines are growing', 'The supplement lists are in another car'],
    { severity: 'HIGH', urgency: 'IMMEDIATE', affectedSystems: ['ELECTRONIC_POLLBOOK', 'PHYSICAL_FACILITY'] },
  ),
  inject(
    'false call from the state',
    "A voice that sounds like the state's director asks counties to stop counting.",
    ['The number shown is the right one', 'Two counties have stopped', 'The director is on a plane'],
    { severity: 'SEVERE', urgency: 'IMMEDIATE', affectedSystems: ['PEOPLE', 'PUBLIC_INFORMATION'] },
  ),
  inject(
    'after action: what we learned',
    'The exercise has ended. What went well and what did not.',
    [
      'Calling back took four minutes on average',
      'The static page was up after nine',
      'Nobody knew who may extend hours',
    ],
    { severity: 'BASELINE', urgency: 'PAST', affectedSystems: ['PEOPLE'] },
  ),
];
