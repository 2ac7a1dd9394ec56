import { list, paragraphs, steps, type Telling } from '../text.js';

const directory: Telling = ({ state }) => ({
  kind: 'ADVISORY',
  title: `${state.name}: contact list for election week`,
  summary: "Check that your office's day and night numbers are right. We call them on Sunday evening.",
  body: paragraphs(
    'On election day we reach you by this hub first, then by telephone. In the last test one number in nine was wrong.',
    list(
      'One number that is answered at any hour',
      'One person who may decide',
      'One neighbor who takes over if you are away',
    ),
  ),
  instructions: steps('Answer the test call on Sunday.', 'Correct the list in the state portal.'),
  tlp: 'AMBER',
  address: { regions: [state.code], memberKinds: ['STATE', 'LOCAL'] },
  affectedSystems: ['PEOPLE'],
});

const resultsRehearsal: Telling = ({ state, random }) => ({
  kind: 'ADVISORY',
  title: `${state.name}: rehearsal of election night reporting on Thursday`,
  summary: `All counties send test totals between ${random.whole(1, 3)} and ${random.whole(4, 6)} p.m. The public page shows a banner and no numbers.`,
  body: paragraphs(
    'Send the file that your system makes, not one made by hand: last time four offices found a wrong precinct number that way.',
    'We cut the line to one county in each region without notice, to try the telephone way.',
  ),
  instructions: steps('Use the test key that we sent by post.', 'Answer here when your file is in.'),
  tlp: 'AMBER',
  address: { regions: [state.code] },
  affectedSystems: ['ELECTION_NIGHT_REPORTING', 'ELECTION_MANAGEMENT'],
  acknowledgeWithinMinutes: 1440,
});

const registrationHygiene: Telling = ({ state }) => ({
  kind: 'ADVISORY',
  title: `${state.name}: accounts of the registration system that nobody used since spring`,
  summary: 'We close accounts without a sign-in for 120 days on Friday. Look whether yours are among them.',
  body: paragraphs(
    'Old accounts are the way in that we see most often. Temporary staff get new ones by the short form.',
    "From next month every sign-in from outside of a county's network needs a security key.",
  ),
  instructions: steps(
    'Read the list in the portal.',
    'Name the accounts that must stay, and why.',
    'Order keys; the state pays for two a person.',
  ),
  tlp: 'AMBER_STRICT',
  address: { regions: [state.code], memberKinds: ['STATE', 'LOCAL'] },
  affectedSystems: ['VOTER_REGISTRATION'],
});

const weather: Telling = ({ state, random }) => ({
  kind: 'ADVISORY',
  title: `${state.name}: ${random.pick(['storm', 'ice', 'flood'])} plans for polling places`,
  summary: 'What the law lets you move, by when, and how voters hear of it.',
  body: paragraphs(
    'A place may be moved until the evening before with a notice on the door and at the old place all day. After that a judge decides.',
    list(
      'Generators: test under load, with the books on',
      'Ballots: above the floor, in plastic',
      'A second way in for voters who cannot take stairs',
    ),
  ),
  instructions: steps(
    'Send us moved places by the form, so that the finder shows them.',
    'Keep the hub open: closings are posted here first.',
  ),
  tlp: 'CLEAR',
  address: { regions: [state.code] },
  affectedSystems: ['PHYSICAL_FACILITY', 'PUBLIC_INFORMATION'],
});

export const stateAdvisories = { directory, resultsRehearsal, registrationHygiene, weather } satisfies Record<
  string,
  Telling
>;
