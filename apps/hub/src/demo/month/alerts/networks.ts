import { list, paragraphs, slug, steps, type Telling } from '../text.js';

const resultsFlood: Telling = ({ place, state, random }) => ({
  kind: 'ALERT',
  title: `Results page of ${place.name} flooded with requests`,
  summary: `The public results page was slow or away for ${random.whole(20, 95)} minutes. Counting and reporting were not touched.`,
  body: paragraphs(
    `At the peak the page was asked for about ${random.whole(9, 60)},000 times a second from many networks abroad. It is served by a hosting company and has no connection to the tabulation system.`,
    'The company now filters the requests. A plain copy of the page is ready at a second address.',
  ),
  instructions: steps(
    'Check that your own results page has a static copy somewhere else, and that you know who switches it over.',
    'Have a line ready for the press: the page shows results, it does not count them.',
    'If yours is slow as well, answer "need help" and call the hosting company first.',
  ),
  tlp: 'GREEN',
  address: { regions: [state.code] },
  severity: 'MEDIUM',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  affectedSystems: ['PUBLIC_WEBSITE', 'ELECTION_NIGHT_REPORTING'],
  acknowledgeWithinMinutes: 120,
  hours: 48,
});

const ransomware: Telling = ({ place, state, random }) => ({
  kind: 'ALERT',
  title: `Ransomware in the network of ${place.name}; election office cut off as a precaution`,
  summary: `File servers of several departments are encrypted. The election office took itself off the network at ${random.whole(5, 8)}:${random.whole(10, 59)} and works from paper.`,
  body: paragraphs(
    `**State of things**\n${list(
      'Voter registration is run by the state; our access is suspended until our machines are clean',
      'Tabulators and their management computer were never on this network; seals are checked',
      `About ${random.whole(120, 900)} workstations are off; telephones work, e-mail does not`,
      'Entry was most likely an old remote-access account of a contractor',
    )}`,
    'The ransom note threatens to publish files. It names no election data.',
  ),
  instructions: steps(
    `Treat mail from ${place.name} as false until we say otherwise here; call us instead.`,
    'Look for remote-access accounts of contractors that nobody uses, and close them today.',
    `If you share a network or a domain with ${place.name}, cut the link now and tell us.`,
  ),
  tlp: 'AMBER',
  address: { regions: [state.code] },
  severity: 'SEVERE',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  affectedSystems: ['OFFICE_IT', 'VOTER_REGISTRATION'],
  acknowledgeWithinMinutes: 60,
  hours: 168,
});

const registrationScan: Telling = ({ place, state, random }) => ({
  kind: 'ALERT',
  title: 'Scanning of online voter look-up pages',
  summary: `The voter look-up page used by ${place.name} was probed for SQL injection, ${random.whole(2, 40)},${random.whole(100, 999)} requests in one night. None succeeded.`,
  body: paragraphs(
    `Requests came from \`203.0.113.${random.whole(2, 120)}\` and \`198.51.100.${random.whole(2, 120)}\` with the agent text of a public testing tool. They tried the name and birth date fields one after another.`,
    'The web application firewall refused them; the database log shows no odd statement.',
  ),
  instructions: steps(
    'Look for the two addresses in the logs of your public pages.',
    'Ask the operator of your look-up page when it was last tested.',
    'Do not block whole countries: voters overseas use the page.',
  ),
  tlp: 'AMBER',
  address: { regions: [state.code] },
  severity: 'LOW',
  urgency: 'PAST',
  certainty: 'OBSERVED',
  affectedSystems: ['VOTER_REGISTRATION', 'PUBLIC_WEBSITE'],
  hours: 168,
});

const defacement: Telling = ({ place, state, random }) => ({
  kind: 'ALERT',
  title: `Web site of ${place.name} defaced, election pages among it`,
  summary: `For ${random.whole(15, 70)} minutes the county's pages showed a slogan, and the polling place finder pointed to a page elsewhere.`,
  body: paragraphs(
    'The content management system was entered with the password of an editor who had left. The election pages are part of the same site.',
    `The false finder was at \`vote-${slug(place.shortName)}.example\`. It showed wrong opening hours; it asked for no data.`,
  ),
  instructions: steps(
    'Check who may edit your pages, and remove those who left.',
    `Ask staff at polling places in ${state.name} to report voters who come with odd opening hours.`,
    'Keep the address of the true finder pinned on all your channels.',
  ),
  tlp: 'CLEAR',
  address: { regions: [state.code] },
  severity: 'MEDIUM',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  affectedSystems: ['PUBLIC_WEBSITE', 'PUBLIC_INFORMATION'],
  hours: 72,
});

const passwordsForSale: Telling = ({ state, random }) => ({
  kind: 'ALERT',
  title: 'Passwords of local offices in a list for sale',
  summary: `A list offered for sale holds ${random.whole(11, 60)} addresses of county offices in ${state.name}, with passwords, some of them current.`,
  body: paragraphs(
    'We were shown the part that concerns us and tested our own: two of five still worked. They were used on a hobby site and at work alike.',
    'We do not know who else has the list. Offices that appear in it are told separately by their state.',
  ),
  instructions: steps(
    'End all sessions and reset passwords that are older than a year.',
    'Turn on a second factor for e-mail and for the registration system, for everyone.',
    'Tell staff why: the same password in two places is how this happened.',
  ),
  tlp: 'AMBER_STRICT',
  address: { regions: [state.code] },
  attribution: 'ANONYMOUS',
  severity: 'HIGH',
  urgency: 'EXPECTED',
  certainty: 'LIKELY',
  affectedSystems: ['OFFICE_IT', 'VOTER_REGISTRATION'],
  acknowledgeWithinMinutes: 480,
  hours: 240,
});

export const networkAlerts = {
  resultsFlood,
  ransomware,
  registrationScan,
  defacement,
  passwordsForSale,
} satisfies Record<string, Telling>;
