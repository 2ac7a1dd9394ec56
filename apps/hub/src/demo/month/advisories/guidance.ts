import { list, paragraphs, steps, type Text } from '../text.js';

const guidance = (
  text: Omit<Text, 'kind' | 'tlp' | 'address'> & Partial<Pick<Text, 'tlp' | 'address'>>,
): Text => ({
  kind: 'ADVISORY',
  tlp: 'GREEN',
  address: { regions: ['US'] },
  ...text,
});

/** What the hub's operations center and its partners recommend at any time. */
export const GUIDANCE = {
  secondFactor: guidance({
    title: 'Sign-in that cannot be phished: where to begin in a small office',
    summary:
      'Security keys for the five accounts that matter most take one afternoon. A plan for an office with one clerk and no help desk.',
    body: paragraphs(
      'A password and a code can both be typed into a false page. A security key or a passkey cannot: it answers only to the true address.',
      `**In this order**\n${steps(
        'The mailbox that receives password resets',
        'The state registration system, if your state offers it',
        'Whoever administers e-mail and the web site',
        "The county's social media accounts",
        'Everyone else',
      )}`,
      'Buy two keys a person. The second lies in the safe, in an envelope with a name and a date.',
    ),
    instructions: steps(
      'List the five accounts and who holds them.',
      'Register two keys each; then turn off codes by text message.',
      'Write down who can let somebody back in, and how that person makes sure who is calling.',
    ),
    tlp: 'CLEAR',
    affectedSystems: ['OFFICE_IT', 'VOTER_REGISTRATION'],
    references: [
      {
        title: 'NIST SP 800-63B-4, Authentication and Authenticator Management',
        url: 'https://pages.nist.gov/800-63-4/sp800-63b.html',
      },
    ],
  }),
  restoreTest: guidance({
    title: 'A backup is what you have restored: a test for one morning',
    summary:
      'Take one server, restore it on another machine, and time it. What offices learned that did this in the spring.',
    body: paragraphs(
      `**What went wrong most often**\n${list(
        'The backup was encrypted and the key was on the machine that was lost',
        'The software to read it was no longer licensed',
        'Restoring took three days, not three hours',
        'Nobody had backed up the ballot definition computer, since it is never on the network',
      )}`,
      'An office that had tested came back in six hours after ransomware this summer. One that had not took nineteen days.',
    ),
    instructions: steps(
      'Keep one copy that no account of your network can delete.',
      'Restore one system a quarter and write down how long it took.',
      'Print the telephone numbers that you would need.',
    ),
    affectedSystems: ['OFFICE_IT', 'ELECTION_MANAGEMENT'],
  }),
  paperFallback: guidance({
    title: 'Voting on when pollbooks fail: what to have on the table',
    summary:
      'A printed supplement, a rule for when to use it, and a telephone number. A one-page kit for every polling place.',
    body: paragraphs(
      list(
        'A list of voters, printed the evening before, sealed, with the time of printing',
        'Who decides to switch: the chief inspector, without asking',
        'How double check-ins are found afterwards, and by whom',
        'Enough provisional envelopes for one hour of voting',
      ),
      'Rehearse it once, with the books switched off, for fifteen minutes.',
    ),
    instructions: steps(
      'Pack the kit.',
      'Rehearse it in training.',
      'Tell voters in line what happens and that they will vote.',
    ),
    affectedSystems: ['ELECTRONIC_POLLBOOK'],
  }),
  resultsPage: guidance({
    title: 'A results page that stays up',
    summary:
      'Serve results as plain files from two places, decide beforehand who switches, and say what the numbers are.',
    body: paragraphs(
      'The page that the public sees should be a copy of a copy. It needs no database and no sign-in, and nothing on it can reach back to the count.',
      `**Write on the page**\n${list('These results are unofficial.', 'When the next update is due.', 'What is not yet counted, and why.')}`,
    ),
    instructions: steps(
      'Put a static copy with a second host and try the switch on a Tuesday.',
      'Carry numbers to the page by hand, on a drive that is used once, and read them out against the printed tape.',
      'Agree with two newsrooms on where to look if the page is away.',
    ),
    affectedSystems: ['ELECTION_NIGHT_REPORTING', 'PUBLIC_WEBSITE'],
  }),
  threats: guidance({
    title: 'When somebody threatens the office: who does what in the first ten minutes',
    summary: 'A card for the desk: keep the message, get people safe, call, write down, tell the hub.',
    body: paragraphs(
      'Most threats are meant to frighten. Decide nothing alone about which ones: the police do that, and they can only do it if they hear of all.',
      `**Write down**\n${list('The exact words', 'Time, number, address shown', 'What you heard behind the voice', 'Who else was told')}`,
    ),
    instructions: steps(
      'Hang up last; do not delete the message.',
      "Call 911, then the sheriff's contact for elections, then your state.",
      'Post an alert here, anonymously if you wish: others may have had the same one.',
    ),
    affectedSystems: ['PEOPLE', 'PHYSICAL_FACILITY'],
  }),
  removableMedia: guidance({
    title: 'Drives that carry ballots and results',
    summary: 'Buy them new, number them, use each for one purpose, and know where each one is.',
    body: paragraphs(
      list(
        'New, from a sealed package, from a seller that you chose',
        'Formatted on a machine that is never on a network',
        'A number on each, and a log with two signatures at every handover',
        'One direction only: a drive that was in the outside world does not come back',
      ),
    ),
    instructions: steps(
      'Count your drives this week.',
      'Retire those without a number.',
      'Lock USB ports on machines that do not need them.',
    ),
    tlp: 'AMBER',
    affectedSystems: ['BALLOT_TABULATION', 'ELECTION_MANAGEMENT', 'VOTING_MACHINE'],
  }),
  vendorAccess: guidance({
    title: 'Remote access of vendors: on when needed, off when done',
    summary:
      'Three offices were entered this year through an account that a contractor had and nobody watched.',
    body: paragraphs(
      'Access should be opened by you, for a time, for a named person, and be seen while it is used.',
      list(
        'No shared accounts',
        'A second factor that you gave out',
        'A record of what was done',
        'Off by default, and checked every month',
      ),
    ),
    instructions: steps(
      'Ask each vendor for a list of its people with access.',
      'Close what you cannot explain.',
      'Put the rule into the next contract.',
    ),
    tlp: 'AMBER',
    affectedSystems: ['OFFICE_IT', 'ELECTION_MANAGEMENT'],
  }),
  syntheticMedia: guidance({
    title: 'Answering synthetic voices and pictures',
    summary: 'Be first, be plain, be where people already listen to you. A kit with three ready texts.',
    body: paragraphs(
      'What helped offices this year was not proof that a clip is false but a true voice within two hours.',
      `**Have ready**\n${list(
        'A photograph and a recorded greeting of the official, published long before',
        "The direct lines of two newsrooms and of the platforms' election contacts",
        'A page with dates and deadlines that you can point to',
      )}`,
    ),
    instructions: steps(
      'Record the greeting.',
      "Verify the office's accounts on every platform in use.",
      "Rehearse with your state's press officer.",
    ),
    tlp: 'CLEAR',
    affectedSystems: ['PUBLIC_INFORMATION'],
  }),
  mailAuthentication: guidance({
    title: 'Mail that cannot be sent in your name: SPF, DKIM and DMARC in an afternoon',
    summary: 'Half of the false state mail of this month would have been refused had the domain said so.',
    body: paragraphs(
      'DMARC tells receivers what to do with mail that only pretends to be yours. Begin with reports, end with *reject*.',
      steps(
        'Publish SPF with the servers that you really use',
        'Turn on DKIM at each of them',
        'Publish DMARC with `p=none` and read the reports for two weeks',
        'Go to `p=quarantine`, then `p=reject`',
      ),
    ),
    instructions: steps('Do the same for domains that send no mail: they are the easiest to borrow.'),
    tlp: 'CLEAR',
    affectedSystems: ['OFFICE_IT'],
    references: [{ title: 'RFC 7489, DMARC', url: 'https://www.rfc-editor.org/rfc/rfc7489' }],
  }),
  custody: guidance({
    title: 'Chain of custody that holds up in court',
    summary:
      "Seals, logs and two people, from the warehouse to the canvass. A check list after this month's questions.",
    body: paragraphs(
      'A seal proves something only if its number was written down when it was put on and read when it was broken.',
      list(
        'Numbers read aloud by one and written by another',
        'Photographs with a time',
        'A log that goes with the ballots and a copy that does not',
      ),
    ),
    instructions: steps(
      'Try your log on somebody who was not there: can they tell where box 12 was at noon?',
    ),
    affectedSystems: ['BALLOT_TABULATION', 'PHYSICAL_FACILITY'],
  }),
} satisfies Readonly<Record<string, Text>>;
