import { allOf, asks, brief, check, hears, live, step } from '../screen.mjs';

const content = {
  kind: 'ALERT',
  title: 'False invoices, more states',
  summary:
    'Seen in one of our counties; the same sender wrote to offices in the Great Lakes states and in Florida.',
  instructions: 'Search your mail for `billing@poll-print.example` and answer here.',
  tlp: 'AMBER',
  audience: { regions: ['R05', '12'] },
  severity: 'MEDIUM',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  affectedSystems: ['OFFICE_IT', 'PEOPLE'],
};

/**
 * The state widens it. Only an origin addresses its publication to others, and TLP is the source's; so the state
 * releases an alert of its own to a wider audience, and the county's stays where it is.
 */
export async function stateWidens({ wisconsin, rock, miami, florida }, story) {
  step(
    2,
    'The state widens it',
    "Wisconsin learns that offices in CISA Region 5 and in Florida got the same mail. The county's alert is the county's: nobody else may address it to others. So the state releases one of its own, which does not name the county.",
  );

  asks(wisconsin.name, "changeAudience of Dane County's alert");
  const { publication } = await wisconsin.must('publication', { id: story.alert.id });
  const { errors } = await wisconsin.ask('changeAudience', {
    input: { id: publication.id, revisionId: publication.revision.id, audience: content.audience },
  });
  hears(wisconsin.name, `${errors?.[0]?.extensions?.code}: ${errors?.[0]?.message}`);
  check(errors?.[0]?.extensions?.code === 'FORBIDDEN', 'What is not its own, the state cannot widen.');

  asks(wisconsin.name, `publish alert "${content.title}"`);
  const start = performance.now();
  const { publish } = await wisconsin.must('publish', { input: { content } });
  check(publish.outcome === 'RELEASED', 'A state may address any region by itself.');
  const { id } = publish.publication;

  const told = [rock, miami, florida];
  const origins = [];
  for (const persona of told) {
    const { release, after } = await persona.hears(id, start);
    live(persona.name, `${release.what} ${brief(release.publication)}  +${after} ms`);
    origins.push(release.publication.origin.name);
  }
  check(
    origins.every((name) => name === wisconsin.account.member),
    `${allOf(told)} have it live, from the ${origins[0]}.`,
  );
  check(miami.arrived.length === 1, 'It is the first that Miami-Dade hears of any of this.');
}
