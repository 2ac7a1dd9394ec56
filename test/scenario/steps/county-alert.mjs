import { randomUUID } from 'node:crypto';
import { allOf, asks, brief, check, finds, hears, live, step } from '../screen.mjs';

const content = {
  kind: 'ALERT',
  title: 'False invoices for ballot stock',
  summary: 'Eleven messages since this morning; one was opened. The mailbox is reset.',
  body: 'They come from `billing@poll-print.example` and attach a page that asks for the mailbox password. Codename quillfeather.',
  instructions: '1. Search your mail for the sender.\n2. Answer here whether you have it.',
  tlp: 'AMBER',
  audience: { regions: ['55'] },
  severity: 'MEDIUM',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  affectedSystems: ['OFFICE_IT', 'PEOPLE'],
  acknowledgeWithinMinutes: 60,
};

/** A county posts; its state and its neighbors get it, a county elsewhere cannot tell that it exists. */
export async function countyAlert({ dane, wisconsin, rock, milwaukee, miami, florida }, story) {
  step(
    1,
    'A county warns its state',
    'Dane County has seen false invoices. It tells every election office in Wisconsin, TLP:AMBER, and asks for an answer within the hour.',
  );

  asks(dane.name, 'previewPublication: who would see this?');
  const { previewPublication: preview } = await dane.must('preview', { content });
  const kinds = preview.byKind.map(({ kind, count }) => `${count} ${kind}`).join(', ');
  hears(dane.name, `${preview.memberCount} members (${kinds}); ${preview.notifiedCount} people notified.`);
  check(preview.reviewReasons.length === 0, 'A county may address its own state by itself.');

  asks(dane.name, `publish alert "${content.title}"`);
  const start = performance.now();
  const { publish } = await dane.must('publish', { input: { content, idempotencyKey: 'scenario-1' } });
  check(publish.outcome === 'RELEASED', 'It is out.');
  const { id } = publish.publication;
  story.alert = { id, preview };

  const told = [wisconsin, rock, milwaukee];
  const whats = [];
  for (const persona of told) {
    const { release, after } = await persona.hears(id, start);
    live(persona.name, `${release.what} ${brief(release.publication)}  +${after} ms`);
    whats.push(release.what);
  }
  check(
    whats.every((what) => what === 'PUBLISHED'),
    `${allOf(told)} have it live.`,
  );
  for (const persona of told) {
    const item = await persona.inboxItem(id);
    if (item) finds(persona.name, `${item.state} in the inbox: ${item.publication.title}`);
    check(item?.state === 'UNREAD', `${persona.name} has it in the inbox.`);
  }

  const elsewhere = [miami, florida];
  const silent = await Promise.all(elsewhere.map((persona) => persona.hearsNothing(id)));
  check(silent.every(Boolean), `${allOf(elsewhere)} hear nothing.`);
  asks(miami.name, 'publication(id): by its id, and by one that never was');
  const [answer, nothing] = [
    await miami.ask('publication', { id }),
    await miami.ask('publication', { id: randomUUID() }),
  ];
  hears(miami.name, JSON.stringify(answer));
  check(JSON.stringify(answer) === JSON.stringify(nothing), 'The two answers are the same, byte for byte.');
  const found = async (persona) =>
    (await persona.must('search', { text: 'quillfeather' })).searchPublications.totalCount;
  check((await found(rock)) === 1, 'Rock County finds it by a word of its text.');
  check((await found(miami)) === 0, 'Miami-Dade finds nothing by the same word.');
}
