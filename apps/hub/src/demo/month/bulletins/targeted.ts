import { list, paragraphs, steps, type Text } from '../text.js';

const HANDLING = [
  'Demonstration data: not a real intelligence report',
  'Discuss by telephone only with those named',
];

/** Told to named persons, or to a closed group, and to nobody else. */
export const TARGETED = {
  victimState: {
    kind: 'BULLETIN',
    title: "Your office's accounts are on a target list",
    summary:
      'A group that steals passwords holds a list with three of your addresses. It has not used them yet.',
    body: paragraphs(
      'We obtained the list yesterday. It names who handles nominations and who handles the voter file, and has notes on when they travel.',
      'Changing passwords alone would tell the group that you know. Please call first.',
    ),
    instructions: steps(
      'Call the election threat desk on the number that you have.',
      'Do not forward this, also not within your office.',
    ),
    tlp: 'RED',
    address: { desks: ['55'] },
    severity: 'HIGH',
    affectedSystems: ['OFFICE_IT', 'PEOPLE'],
    analyticConfidence: 'HIGH',
    sourcing: 'Based on the list itself, found on a server under lawful control.',
    handling: HANDLING,
  },
  victimCounty: {
    kind: 'BULLETIN',
    title: 'A planned false emergency call concerns you',
    summary: 'A person whom we watch named your county\'s election desk as the next to be "called in".',
    body: paragraphs(
      'It was said in a private channel on the evening before last, with a street name that is nearly right. The sheriff has been told and will call you.',
      'We assess the will as real and the means as limited.',
    ),
    instructions: steps(
      'Agree with the sheriff on a number that is called first.',
      'Tell the people who live with you.',
    ),
    tlp: 'RED',
    address: { desks: ['55025', '55'] },
    severity: 'SEVERE',
    affectedSystems: ['PEOPLE'],
    analyticConfidence: 'MODERATE',
    sourcing: 'Based on one participant of the channel, who has been right before.',
    handling: HANDLING,
  },
  victimDistant: {
    kind: 'BULLETIN',
    title: 'Mailbox rule found at your office that sends copies abroad',
    summary:
      'Messages with the word "canvass" in one of your mailboxes are copied to an address that we know.',
    body: paragraphs(
      'The rule was made eleven weeks ago. We saw only that mail arrives, not what it says.',
      list('Mailbox: the shared one for candidates', 'Receiver: known from two other cases'),
    ),
    instructions: steps(
      'Leave the rule for now; call us.',
      'Think of what was in that mailbox since spring.',
    ),
    tlp: 'RED',
    address: { desks: ['12086', '12'] },
    severity: 'HIGH',
    affectedSystems: ['OFFICE_IT'],
    analyticConfidence: 'HIGH',
    sourcing: 'Based on records of the receiving service, obtained by court order.',
    handling: HANDLING,
  },
  cyberGroup: {
    kind: 'BULLETIN',
    title: 'Indicators from the registration portal scans, for joint work',
    summary:
      'Addresses, agent texts and timings from three states, put side by side. For members of the group to add to.',
    body: paragraphs(
      list(
        'Two ranges of addresses in common',
        'The same mistake in one request header in all three',
        'A pause of exactly 41 seconds between tries',
      ),
      'Please add what you have; we write one set of rules for everybody from it.',
    ),
    instructions: steps('Search your logs for the header.', 'Post what you find as a reply to the group.'),
    tlp: 'AMBER_STRICT',
    address: { groups: ['CYBER'] },
    severity: 'MEDIUM',
    affectedSystems: ['VOTER_REGISTRATION', 'PUBLIC_WEBSITE'],
    analyticConfidence: 'MODERATE',
    sourcing: 'Based on logs of three members of the group.',
    handling: ['Demonstration data: not a real intelligence report'],
  },
  onBehalf: {
    kind: 'BULLETIN',
    title: 'Extortion mails that claim to hold ballot images',
    summary: 'Posted for the FBI: offices are asked to pay for the return of ballot images that nobody took.',
    body: paragraphs(
      'The mails quote a true file name from a public server. Images of that kind are published by law in several states; holding them proves nothing.',
      'Nineteen offices reported the same text within two days. Nobody paid.',
    ),
    instructions: steps(
      'Do not answer and do not pay.',
      'Forward the message with its headers to your field office.',
    ),
    tlp: 'AMBER',
    address: { regions: ['US'], memberKinds: ['STATE', 'LOCAL'] },
    onBehalfOf: 'FBI',
    severity: 'LOW',
    affectedSystems: ['OFFICE_IT', 'PUBLIC_INFORMATION'],
    analyticConfidence: 'HIGH',
    sourcing: "Based on the messages themselves and on the server's logs.",
    handling: ['Demonstration data: not a real intelligence report'],
  },
} satisfies Readonly<Record<string, Text>>;
