import { asks, check, hears, say, step } from '../screen.mjs';

/** Members answer the county's alert; the sender sees who has. */
export async function rollUp({ dane, wisconsin, rock, milwaukee, miami }, { alert }) {
  step(
    5,
    'Answers roll up',
    'Offices answer for themselves: acting, not affected, in need of help. The sender sees how many, where, and who is still silent.',
  );

  const answers = [
    [wisconsin, 'ACTING', 'We are asking all counties.'],
    [rock, 'NEED_HELP', 'One password typed. Please call.'],
    [milwaukee, 'NOT_AFFECTED', null],
  ];
  for (const [persona, response, note] of answers) {
    asks(persona.name, `acknowledge ${response}${note ? `: "${note}"` : ''}`);
    await persona.must('acknowledge', { input: { publicationId: alert.id, response, note } });
  }
  const { errors } = await miami.ask('acknowledge', {
    input: { publicationId: alert.id, response: 'ACTING' },
  });
  check(errors?.[0]?.extensions?.code === 'NOT_FOUND', 'Miami-Dade cannot answer what is not there for it.');

  asks(dane.name, 'reach: who has it, and who has answered?');
  const { reach } = (await dane.must('reach', { id: alert.id })).publication;
  const given = reach.members.edges.map(({ node }) => node).filter(({ acknowledgement }) => acknowledgement);
  hears(
    dane.name,
    `${reach.notifiedCount} people at ${reach.memberCount} members; ${reach.acknowledgedCount} answered, ${reach.silentCount} silent`,
    ...reach.byState.map(
      ({ region, memberCount, acknowledgedCount }) =>
        `${region?.name ?? 'Beyond states'}: ${acknowledgedCount} of ${memberCount}`,
    ),
    ...given.map(
      ({ member, acknowledgement: { response, note } }) =>
        `${member.name}: ${response}${note ? `, "${note}"` : ''}`,
    ),
  );
  const silent = (await dane.must('silent', { id: alert.id })).publication.reach.members.edges;
  say(`Silent, among others: ${silent.map(({ node }) => node.member.name).join(', ')}.`);

  check(
    reach.notifiedCount === alert.preview.notifiedCount,
    'It reached as many people as the preview said.',
  );
  check(
    reach.acknowledgedCount === 3 && reach.silentCount === reach.memberCount - 3,
    'Three answered, the rest is silent.',
  );
  const said = Object.fromEntries(
    given.map(({ member, acknowledgement }) => [member.name, acknowledgement.response]),
  );
  check(
    answers.every(([persona, response]) => said[persona.account.member] === response),
    'The sender sees who answered what.',
  );
  const { publication } = await rock.must('reach', { id: alert.id });
  check(publication.reach === null, 'Rock County, a reader, does not see who else has it.');
}
