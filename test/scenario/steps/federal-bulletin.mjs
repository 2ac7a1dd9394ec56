import { eventually } from '../persona.mjs';
import { asks, brief, check, hears, live, step } from '../screen.mjs';

const content = {
  kind: 'BULLETIN',
  title: 'Phishing tied to one group',
  summary: 'The sender of the false invoices is tied to a group that sells mailbox access.',
  body: 'We assess with moderate confidence that access to mailboxes is sold on within days.',
  tlp: 'AMBER_STRICT',
  audience: { regions: ['US'], memberKinds: ['STATE'] },
  severity: 'HIGH',
  affectedSystems: ['OFFICE_IT'],
  analyticConfidence: 'MODERATE',
  sourcing: 'Based on reports of members of this hub and on infrastructure known from earlier cases.',
  handling: ['Demonstration data: not a real intelligence report'],
};

/** A federal partner broadcasts to all states; the nation takes two people. */
export async function federalBulletin({ cisa, analyst, wisconsin, florida, dane, miami }, story) {
  step(
    3,
    'A federal partner broadcasts to all states',
    'CISA has a bulletin for every chief election office, and for nobody else. What is addressed to the nation takes two people: its author, and a reviewer.',
  );

  asks(cisa.name, `publish bulletin "${content.title}" to all states`);
  const heard = wisconsin.arrived.length;
  const { publish } = await cisa.must('publish', { input: { content } });
  hears(cisa.name, `${publish.outcome}, because ${publish.reviewReasons.join(', ')}`);
  check(
    publish.outcome === 'SUBMITTED_FOR_REVIEW' && publish.reviewReasons.join() === 'NATIONAL_AUDIENCE',
    'It waits for a second person; nothing is out.',
  );

  asks(analyst.name, 'drafts that wait for review');
  const { drafts } = await analyst.must('drafts');
  const draft = drafts.edges.map(({ node }) => node).find(({ id }) => id === publish.draft.id);
  hears(analyst.name, draft ? `${draft.content.kind} by CISA: ${draft.content.title}` : 'none');
  check(draft !== undefined, 'The analyst sees the draft.');
  const silent = (await wisconsin.hearsNothing(draft.id)) && wisconsin.arrived.length === heard;
  check(silent, 'No state hears of it yet.');

  asks(analyst.name, 'releaseDraft');
  const start = performance.now();
  const { releaseDraft } = await analyst.must('releaseDraft', {
    input: { id: draft.id, version: draft.version },
  });
  check(releaseDraft.outcome === 'RELEASED', 'It is out.');
  const { id } = releaseDraft.publication;
  story.bulletin = { id };

  for (const persona of [wisconsin, florida]) {
    const { release, after } = await persona.hears(id, start);
    live(persona.name, `${release.what} ${brief(release.publication)}  +${after} ms`);
  }
  check((await wisconsin.inboxItem(id)) !== undefined, 'It is in the inbox of a state.');
  for (const persona of [dane, miami]) {
    const { data } = await persona.ask('publication', { id });
    check(data?.publication == null, `${persona.name}, a county, cannot tell that it exists.`);
  }

  asks(cisa.name, 'whom did it reach?');
  const look = async () => (await cisa.must('reach', { id })).publication.reach;
  const states = ({ byKind }) => byKind.find(({ kind }) => kind === 'STATE')?.memberCount ?? 0;
  const reach = await eventually(look, (it) => states(it) === 56);
  hears(cisa.name, `${states(reach)} of 56 states and territories have it in the inbox`);
  check(states(reach) === 56, 'It reached every one of them.');
  check(
    reach.byKind.every(({ kind }) => kind === 'STATE' || kind === 'HUB'),
    'Besides them it reached only the hub.',
  );
}
