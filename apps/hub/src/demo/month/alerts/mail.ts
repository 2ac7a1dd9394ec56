import { list, paragraphs, slug, steps, type Telling } from '../text.js';

const invoiceLure: Telling = ({ place, state, random }) => {
  const sender = `billing@${random.pick(['ballot-supply', 'poll-print', 'election-forms'])}.example`;
  return {
    kind: 'ALERT',
    title: `Invoice phishing aimed at clerks in ${state.name}`,
    summary: `Staff of ${place.name} received ${random.whole(3, 14)} messages with a false invoice for ballot stock. One person opened the attachment.`,
    body: paragraphs(
      `The messages came from \`${sender}\`, an address registered ${random.whole(2, 9)} days ago. They name the clerk, quote a real purchase order number from public board minutes, and attach a web page that asks for the mailbox password.`,
      `**What we saw**\n${list(
        `Subject: *Past due: ballot stock order ${random.whole(10_400, 10_999)}*`,
        'Attachment: `Invoice.html`, which opens a copy of a sign-in page',
        `The page sends what is typed to \`${random.pick(['198.51.100', '203.0.113'])}.${random.whole(4, 250)}\``,
      )}`,
      'The one mailbox was reset within the hour. No rule, forward or outside sign-in was found on it.',
    ),
    instructions: steps(
      `Search mail for \`${sender}\` and for attachments named \`Invoice.html\` since last Monday.`,
      'Reset whoever typed a password, end their sessions, and look for new mailbox rules.',
      'Call the printer on a number that you already have before any change of bank details.',
      'Answer here whether your office received it.',
    ),
    tlp: 'AMBER',
    address: { regions: [state.code] },
    severity: 'MEDIUM',
    urgency: 'EXPECTED',
    certainty: 'OBSERVED',
    affectedSystems: ['OFFICE_IT', 'PEOPLE'],
    acknowledgeWithinMinutes: 240,
    hours: 120,
  };
};

const signInPrompts: Telling = ({ place, state, random }) => ({
  kind: 'ALERT',
  title: 'Floods of sign-in prompts against election staff',
  summary: `Over two nights, staff phones at ${place.name} were sent up to ${random.whole(40, 160)} approval prompts each. Nobody approved one.`,
  body: paragraphs(
    'Somebody holds working passwords of at least two of our accounts and hopes that a tired person taps *Approve*. A caller who said he was from the county help desk asked one of them to do so.',
    `The attempts come from rented servers; the first were at ${random.whole(1, 4)}:${random.whole(10, 59)} in the morning.`,
  ),
  instructions: steps(
    'Tell staff tonight: a prompt that you did not cause is an attack. Deny it and report it.',
    'Turn on number matching, or better, move the accounts that matter to security keys.',
    'Change the password of every account that was prompted; it is known to somebody.',
  ),
  tlp: 'AMBER',
  address: { regions: [state.code] },
  severity: 'MEDIUM',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  affectedSystems: ['OFFICE_IT', 'PEOPLE'],
  hours: 96,
});

const falseSupportCall: Telling = ({ place, state, random }) => ({
  kind: 'ALERT',
  title: 'Caller posing as vendor support asks for remote access',
  summary: `A caller told two clerks in ${state.name} that their pollbooks needed an urgent update and asked them to start a remote session.`,
  body: paragraphs(
    `The caller knew the model in use and the name of the person who signed the contract. ${place.name} hung up and called the vendor: no update was due and nobody had called.`,
    `Number shown: (555) 01${random.whole(10, 99)}-${random.whole(1000, 9999)}. It is false; the next call will show another.`,
  ),
  instructions: steps(
    'Never start a remote session on an incoming call. Hang up and call the number in your contract.',
    'Note time, number shown, words used; report here and to the sheriff.',
    'Remove remote support tools that nobody can name an owner for.',
  ),
  tlp: 'GREEN',
  address: { regions: [state.code] },
  severity: 'LOW',
  urgency: 'EXPECTED',
  certainty: 'OBSERVED',
  affectedSystems: ['ELECTRONIC_POLLBOOK', 'PEOPLE'],
  hours: 168,
});

const mailboxTaken: Telling = ({ place, state, random }) => ({
  kind: 'ALERT',
  title: 'Compromised election office mailbox sent links to other offices',
  summary: `For ${random.whole(2, 6)} hours this morning a mailbox of an election office in ${state.name} sent a document link to everyone in its address book.`,
  body: paragraphs(
    'The message is a reply to real, older mail, so it looks genuine. The link opens a shared document that asks the reader to sign in again.',
    list(
      `About ${random.whole(60, 420)} recipients, most of them clerks`,
      'Sign-in came from a network that the owner never used; no second factor was set',
      'The mailbox is closed, its sessions ended and its rules removed',
    ),
  ),
  instructions: steps(
    `Delete mail from the ${place.name} election office with a document link that came before noon today.`,
    'Whoever signed in after following it: reset, end sessions, tell us.',
    'We will never ask you to sign in to read a document.',
  ),
  tlp: 'AMBER_STRICT',
  address: { regions: [state.code], memberKinds: ['STATE', 'LOCAL'] },
  severity: 'HIGH',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  affectedSystems: ['OFFICE_IT'],
  acknowledgeWithinMinutes: 60,
  hours: 72,
});

const recordsRequest: Telling = ({ place, state, random }) => ({
  kind: 'ALERT',
  title: 'Public records requests that carry a malicious link',
  summary: `${place.name} received ${random.whole(5, 30)} records requests with the same wording. The "list of requested items" is a link to malware.`,
  body: paragraphs(
    'Each request cites the state law correctly and asks for ballot images and logs. The link leads to an archive on a file-sharing site that holds a script with a document icon.',
    `The sender's addresses all end in \`@${slug(state.name)}-citizens-audit.example\`. Requests that look the same may also be honest: answer those by post or through your portal.`,
  ),
  instructions: steps(
    'Open nothing from a records request on a machine that reaches election systems.',
    'Ask the requester to put the list into the text of the message.',
    'Keep the original message with its headers for the records.',
  ),
  tlp: 'AMBER',
  address: { regions: [state.code] },
  severity: 'MEDIUM',
  urgency: 'FUTURE',
  certainty: 'LIKELY',
  affectedSystems: ['OFFICE_IT'],
  hours: 240,
});

export const mailAlerts = {
  invoiceLure,
  signInPrompts,
  falseSupportCall,
  mailboxTaken,
  recordsRequest,
} satisfies Record<string, Telling>;
