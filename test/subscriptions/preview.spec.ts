import fc from 'fast-check';
import { PUBLICATION_KINDS } from '#access';
import type { InterestInput, PublicationContentInput } from '#contract';
import { AFFECTED_SYSTEMS, SEVERITIES } from '#publications';
import { PreviewInterest } from '#subscriptions';
import { Community, hubOn, openHubDatabase } from '../delivery/hub.js';
import type { TestDatabase } from '../support/database.js';

const REGIONS = ['US', '55', '55025', '55105', '17', '17031'];
const anyInterest: fc.Arbitrary<InterestInput> = fc.record({
  regions: fc.subarray(REGIONS, { maxLength: 2 }),
  below: fc.boolean(),
  above: fc.boolean(),
  kinds: fc.subarray([...PUBLICATION_KINDS], { maxLength: 2 }),
  severityAtLeast: fc.option(fc.constantFrom(...SEVERITIES)),
  affectedSystems: fc.subarray(AFFECTED_SYSTEMS.slice(0, 3), { maxLength: 1 }),
  text: fc.option(fc.constantFrom('pollbooks', 'mail')),
});
const anyContent: fc.Arbitrary<Partial<PublicationContentInput>> = fc.record({
  title: fc.constantFrom('Pollbooks are down', 'A mail with a link'),
  tlp: fc.constantFrom('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT'),
  audience: fc.record({ regions: fc.subarray(REGIONS, { minLength: 1, maxLength: 2 }) }),
  severity: fc.constantFrom(...SEVERITIES.slice(0, 5)),
  affectedSystems: fc.subarray(AFFECTED_SYSTEMS.slice(0, 3), { maxLength: 2 }),
});

describe('a preview of an interest', () => {
  let opened: TestDatabase;
  let hub: Awaited<ReturnType<typeof hubOn>>;
  let community: Community;
  let dane: string;
  let wisconsin: string;
  let state: string;

  beforeAll(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
    community = new Community(hub);
    dane = await community.member('LOCAL', '55025');
    wisconsin = await community.member('STATE', '55');
    state = await community.person(wisconsin, 'RELEASER', 'AUTHOR');
  });
  afterAll(async () => {
    await hub.app.close();
    await opened.close();
  });

  const preview = async (personId: string, interest: InterestInput, more: object = {}) =>
    hub.get(PreviewInterest).of(await community.as(personId), { interest, first: 100, days: 31, ...more });
  const idsOf = async (personId: string, interest: InterestInput, more: object = {}) =>
    (await preview(personId, interest, more)).publications.map(({ id }) => id);
  const everything: InterestInput = { below: true, above: true };

  it('shows what a subscription made before would have put into the inbox', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyInterest,
        fc.array(anyContent, { minLength: 1, maxLength: 4 }),
        async (interest, said) => {
          const clerk = await community.person(dane, 'VIEWER');
          await community.subscribe(clerk, interest);
          hub.clock.advance(40 * 86_400_000);
          for (const content of said) await community.publish(state, content);
          await hub.planner.catchUp();
          const inbox = (await community.inbox(clerk)).map(({ publicationId }) => publicationId);
          expect(await idsOf(clerk, interest)).toEqual(inbox);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('looks at the days asked for, and not at what is one’s own, red, withdrawn or hidden', async () => {
    hub.clock.advance(40 * 86_400_000);
    const clerk = await community.person(dane, 'RELEASER', 'AUTHOR');
    const [seen, gone] = [await community.publish(state), await community.publish(state)];
    await community.publish(clerk);
    await community.publish(state, { tlp: 'RED', audience: { personIds: [clerk] } });
    await community.publish(state, { audience: { regions: ['17'] } });
    await community.withdraw(state, gone);
    expect(await preview(clerk, everything)).toMatchObject({
      matchCount: 1,
      lookedAtCount: 1,
      partial: false,
    });
    expect(await idsOf(clerk, everything)).toEqual([seen]);
    hub.clock.advance(2 * 86_400_000);
    expect(await idsOf(clerk, everything, { days: 2 })).toEqual([seen]);
    expect(await idsOf(clerk, everything, { days: 1 })).toEqual([]);
    await community.publish(state);
    expect(await preview(clerk, everything, { first: 1 })).toMatchObject({
      matchCount: 2,
      publications: [expect.anything()],
    });
  });

  it('refuses what no subscription would take, and spans out of bounds', async () => {
    const clerk = await community.person(dane, 'VIEWER');
    const refused = (...field: string[]) => expect.objectContaining({ code: 'BAD_INPUT', field });
    await expect(preview(clerk, { ...everything, regions: ['99'] })).rejects.toEqual(
      refused('interest', 'regions', '0'),
    );
    await expect(preview(clerk, { ...everything, text: '...' })).rejects.toEqual(refused('interest', 'text'));
    await expect(preview(clerk, everything, { days: 0 })).rejects.toEqual(refused('days'));
    await expect(preview(clerk, everything, { days: 93 })).rejects.toEqual(refused('days'));
    await expect(preview(clerk, everything, { first: 0 })).rejects.toEqual(refused('first'));
  });
});
