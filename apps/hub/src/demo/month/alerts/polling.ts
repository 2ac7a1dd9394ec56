import { list, paragraphs, steps, type Telling } from '../text.js';

const pollbookOutage: Telling = ({ place, state, random }) => ({
  kind: 'ALERT',
  title: 'Electronic pollbooks do not synchronize',
  summary: `Since ${random.whole(7, 9)}:${random.whole(10, 55)} pollbooks at ${random.whole(3, 18)} early voting sites of ${place.name} no longer see each other's check-ins. Voting goes on.`,
  body: paragraphs(
    "Each book still finds voters and records who voted, but a person could check in twice at two sites. We see certificate errors in the log: the server's certificate ran out overnight.",
    'Sites switched to the printed supplement list and telephone the central office for every check-in.',
  ),
  instructions: steps(
    'Look up when the certificates of your own pollbook server end. Ours had no reminder.',
    'Make sure that each site has the printed list and knows when to use it.',
    'Answer "need help" if you see the same: we have the vendor on the line.',
  ),
  tlp: 'AMBER',
  address: { regions: [state.code] },
  severity: 'HIGH',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  affectedSystems: ['ELECTRONIC_POLLBOOK'],
  affectedProducts: ['Example Pollbook 4.2'],
  acknowledgeWithinMinutes: 60,
  hours: 24,
});

const lineCut: Telling = ({ place, state, random }) => ({
  kind: 'ALERT',
  title: `Fiber cut takes ${place.name} off the network`,
  summary: `A construction crew cut the line that serves the election office and ${random.whole(2, 9)} early voting sites. Repair is expected in ${random.whole(3, 8)} hours.`,
  body: paragraphs(
    'Nothing points to intent. Sites use cellular hot spots for the pollbooks; the central office has a satellite link of its own since last year.',
    'The line of the neighboring county runs in the same trench.',
  ),
  instructions: steps(
    'Neighbors: test your fallback now, while it is quiet.',
    'Have results carried by two people if the line is not back by the close of the polls.',
  ),
  tlp: 'GREEN',
  address: { regions: [state.code] },
  severity: 'LOW',
  urgency: 'EXPECTED',
  certainty: 'OBSERVED',
  affectedSystems: ['ELECTRONIC_POLLBOOK', 'ELECTION_MANAGEMENT'],
  hours: 12,
});

const misprint: Telling = ({ place, state, random }) => ({
  kind: 'ALERT',
  title: 'Absentee ballots mailed with the wrong return envelope',
  summary: `${random.whole(300, 2_400)} voters of ${place.name} were sent an envelope printed for another precinct. All are sent a new one.`,
  body: paragraphs(
    'The printer confirmed a fault in its sorting. Ballots that come back in the wrong envelope are counted: the bar code names the voter, not the precinct.',
    'False accounts of this are already being shared with the claim that ballots were "thrown away".',
  ),
  instructions: steps(
    'If you use a printer that sorts by precinct, open a sample of twenty before you mail.',
    'Point people who ask to the notice on our site; do not repeat the false claim.',
  ),
  tlp: 'CLEAR',
  address: { regions: [state.code] },
  severity: 'BASELINE',
  urgency: 'FUTURE',
  certainty: 'OBSERVED',
  affectedSystems: ['ELECTION_MANAGEMENT', 'PUBLIC_INFORMATION'],
  hours: 240,
});

const testMismatch: Telling = ({ place, state, random }) => ({
  kind: 'ALERT',
  title: 'Logic and accuracy test stopped over a count that does not match',
  summary: `In the public test one tabulator of ${place.name} counted ${random.whole(2, 7)} ballots fewer than the deck holds. It was taken out and the test repeated.`,
  body: paragraphs(
    list(
      'Cause: a worn feed roller pulled two sheets at once',
      'The machine says so in its log; the operator had turned the sound off',
      'All other machines matched the deck exactly',
    ),
    'The test did what it is for. We share it because rollers of that age are in use elsewhere.',
  ),
  instructions: steps(
    'Ask your vendor how old the rollers are; ours were changed last seven years ago.',
    'Leave the sound of the tabulator on during tests and on the day.',
  ),
  tlp: 'AMBER',
  address: { regions: [state.code] },
  severity: 'LOW',
  urgency: 'FUTURE',
  certainty: 'OBSERVED',
  affectedSystems: ['BALLOT_TABULATION', 'VOTING_MACHINE'],
  affectedProducts: ['Example Central Count 7'],
  hours: 336,
});

const postedDrives: Telling = ({ place, state, random }) => ({
  kind: 'ALERT',
  title: 'USB drives sent by post in the name of the state',
  summary: `${random.whole(2, 5)} clerks in ${state.name} received a USB drive in a padded envelope with a letter that says it holds the new poll worker training.`,
  body: paragraphs(
    `The letterhead is a good copy. The state sends training by its own portal only and sent no drive. ${place.name} handed one to the state police unopened.`,
    'Another was plugged in at a public library computer "to be safe". It types commands as if it were a keyboard.',
  ),
  instructions: steps(
    'Do not plug it in anywhere. Put it, with the envelope, in a paper bag and write down who touched it.',
    'Tell us through an answer here; somebody will collect it.',
    'Whoever plugged one in: take the machine off the network and leave it switched on.',
  ),
  tlp: 'AMBER',
  address: { regions: [state.code], memberKinds: ['STATE', 'LOCAL'] },
  severity: 'HIGH',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  affectedSystems: ['OFFICE_IT', 'ELECTION_MANAGEMENT', 'PEOPLE'],
  acknowledgeWithinMinutes: 120,
  hours: 120,
});

export const pollingAlerts = {
  pollbookOutage,
  lineCut,
  misprint,
  testMismatch,
  postedDrives,
} satisfies Record<string, Telling>;
