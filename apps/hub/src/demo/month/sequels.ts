import type { Deed, Publish } from './deed.js';
import { type Address, paragraphs, steps, type Text } from './text.js';

const HOUR = 3_600_000;
/** The last sequel comes at least so long before the month ends. */
const MARGIN = 600_000;

type Sequel = (first: Publish) => Deed;

const after = (hours: number, { at }: Publish): Date => new Date(at.getTime() + hours * HOUR);

const revise =
  (hours: number, note: string, changes: (text: Text) => Partial<Text>): Sequel =>
  (first) => ({
    what: 'REVISE',
    key: first.key,
    at: after(hours, first),
    note,
    changes: changes(first.text),
  });

const address =
  (hours: number, to: (address: Address) => Address): Sequel =>
  (first) => ({ what: 'ADDRESS', key: first.key, at: after(hours, first), address: to(first.text.address) });

const withdraw =
  (hours: number, reason: string): Sequel =>
  (first) => ({ what: 'WITHDRAW', key: first.key, at: after(hours, first), reason });

const supersede =
  (hours: number, changes: Partial<Text>): Sequel =>
  (first) => ({
    what: 'PUBLISH',
    key: `${first.key}/again`,
    at: after(hours, first),
    by: first.by,
    text: { ...first.text, ...changes },
    supersedes: first.key,
  });

/** A paragraph put before what was said first. */
const update =
  (said: string) =>
  (text: Text): Partial<Text> => ({ body: paragraphs(`**Update.** ${said}`, text.body ?? '') });

const resolved =
  (said: string) =>
  (text: Text): Partial<Text> => ({ ...update(said)(text), urgency: 'PAST', severity: 'LOW' });

/** What came of things, by the name of what was told; each for the first that was told under that name. */
const SEQUELS: Readonly<Record<string, readonly Sequel[]>> = {
  ransomware: [
    revise(
      9,
      'How they got in, and what was not reached',
      update(
        "Entry is confirmed: a contractor's remote account without a second factor. The ballot definition computer and all tabulators were checked by the state and are clean.",
      ),
    ),
    revise(
      52,
      'Election office back on a network of its own',
      resolved(
        'The election office works again on machines that were set up anew. Mail from us is genuine from today.',
      ),
    ),
  ],
  pollbookOutage: [
    revise(
      3,
      'Cause found and mended',
      resolved(
        'The server has a new certificate; all sites synchronize. Three double check-ins were found in the comparison; none voted twice.',
      ),
    ),
  ],
  bombThreat: [
    revise(
      4,
      'All sites open again',
      update('All sites are open. Hours are extended by order of the court at two of them.'),
    ),
  ],
  invoiceLure: [
    revise(
      20,
      'A second sending address',
      update('A second wave came this morning from `accounts@ballot-forms.example`. Same page behind it.'),
    ),
  ],
  secondFactor: [
    revise(120, 'Added: what to do when a key is lost', (text) => ({
      body: paragraphs(
        text.body ?? '',
        '**A lost key.** Remove it from every account the same day, sign in with the second one, and order a third.',
      ),
    })),
  ],
  paperFallback: [
    revise(70, 'Shorter instructions', () => ({
      instructions: steps(
        'Pack the kit.',
        'Rehearse it for fifteen minutes.',
        'Tell voters in line that they will vote.',
        'Count the envelopes at night.',
      ),
    })),
  ],
  remoteDesktop: [
    revise(26, 'Now used against local governments', (text) => ({
      ...update('Two counties were entered through it since yesterday. Treat as urgent.')(text),
      severity: 'SEVERE',
    })),
  ],
  swattingTrend: [
    revise(90, 'Two arrests', update('Two persons were arrested abroad. Expect fewer calls, not none.')),
  ],
  lookUpFlood: [
    revise(
      5,
      'Look-up is back',
      resolved('The page answers at its usual speed since three in the afternoon.'),
    ),
  ],
  registrationDown: [
    revise(
      4,
      'System open again',
      resolved('Both servers agree; records can be changed again. Entries made on paper can be keyed now.'),
    ),
  ],
  lineCut: [withdraw(11, 'The line is mended and was never more than cut. Nothing to act on.')],
  clonedVoice: [
    withdraw(
      30,
      'The clip was made by a local satire show and said so at its end, which was cut off. We were wrong to call it an attack.',
    ),
  ],
  testMismatch: [address(30, ({ regions = [] }) => ({ regions: [...regions, '55', '26', '39'] }))],
  frontCompany: [address(48, () => ({ regions: ['US'], memberKinds: ['STATE', 'LOCAL'] }))],
  mediaAbroad: [address(60, ({ memberKinds = [] }) => ({ regions: ['R02', 'R09'], memberKinds }))],
  pollbookCertificates: [
    supersede(75, {
      title: 'Example Pollbook 4.x: version 4.2.7 renews server certificates by itself',
      summary: 'Install 4.2.7. The steps by hand of the earlier advisory are no longer needed.',
      instructions: steps(
        'Install 4.2.7 on the server; the books need nothing.',
        'Synchronize two books and check one voter at both.',
      ),
    }),
  ],
  falseHours: [
    supersede(22, {
      title: 'False voting hours: now by telephone, too',
      summary: 'The texts have stopped; recorded calls with the same false hours began this morning.',
    }),
  ],
};

/** What follows in the month from what was told: revisions, changes of audience, withdrawals, successors. */
export function sequelsTo(published: readonly Publish[], end: Date): Deed[] {
  const latest = new Date(end.getTime() - MARGIN);
  return Object.entries(SEQUELS).flatMap(([name, sequels]) => {
    const inTime = (first: Publish) => sequels.every((sequel) => sequel(first).at < latest);
    const first = published.find((deed) => deed.key.split('/')[0] === name && inTime(deed));
    return first ? sequels.map((sequel) => sequel(first)) : [];
  });
}
