import { Ajv } from 'ajv';
import fc from 'fast-check';
import { corpusJson, describeWithCorpus } from '../corpus.fixture.js';
import { anyOutgoing, ORIGIN, outgoing, SOURCE } from '../publication.fixture.js';
import { fitLine, fitText } from '../reading/fit.js';
import { Unreadable } from '../reading/unreadable.js';
import { isStricter, tlpOfLabel } from '../tlp.js';
import { checkMisp, eventsIn } from './check-misp.js';
import { fromMisp } from './from-misp.js';
import { tlpOfEvent } from './tlp.js';
import { manifestOf, toMisp } from './to-misp.js';

const taken = (document: unknown) =>
  eventsIn(document).map(({ at, event }) => fromMisp(checkMisp(event, at)));
const event = (more: object = {}) => ({
  uuid: '5c066053-0e94-46eb-9746-4b7d950d210f',
  info: 'An event',
  date: '2026-11-03',
  timestamp: '1793707200',
  ...more,
});

describe('a publication as an event of MISP', () => {
  it('comes back as it was, and never looser', () => {
    fc.assert(
      fc.property(anyOutgoing, (publication) => {
        const [back] = taken(JSON.parse(JSON.stringify(toMisp(publication, SOURCE))));
        expect(back?.sourceId).toBe(publication.id);
        expect(isStricter(publication.tlp, back?.tlp ?? 'CLEAR')).toBe(false);
        expect(back?.said).toMatchObject({
          kind: publication.kind,
          title: fitLine(publication.title, 200) ?? expect.any(String),
          body: fitText(publication.body, 50_000),
          severity: publication.severity,
          status: publication.status,
          cves: [...publication.cves],
        });
      }),
    );
  });

  it('is for no wider a community than its TLP allows, even where nobody reads its tags', () => {
    fc.assert(
      fc.property(anyOutgoing, (publication) => {
        const { Event } = toMisp(publication, SOURCE);
        const { uuid, info, date, timestamp, distribution } = Event;
        const bare = checkMisp(
          { uuid, info, date, timestamp, distribution, Tag: [{ name: 'tlp:clear' }] },
          '',
        );
        expect(isStricter(publication.tlp, tlpOfEvent(bare) ?? 'CLEAR')).toBe(false);
      }),
    );
  });

  it('has a tag that says its TLP by itself, and another where it is not real', () => {
    fc.assert(
      fc.property(anyOutgoing, (publication) => {
        const [tlp, status] = toMisp(publication, SOURCE).Event.Tag.map(({ name }) => name);
        expect(tlpOfLabel(tlp ?? '')).toBe(publication.tlp);
        const unreal = `watchfire:status="${publication.status.toLowerCase()}"`;
        expect(status).toBe(publication.status === 'ACTUAL' ? undefined : unreal);
      }),
    );
  });

  it('is newer with each revision, and says first of all that it was withdrawn', () => {
    const [first, later, gone] = [
      outgoing({ updatedAt: '2026-11-03T13:00:00.000Z' }),
      outgoing({ updatedAt: '2026-11-03T14:00:00.000Z' }),
      outgoing({
        ...{ state: 'WITHDRAWN', updatedAt: '2026-11-03T15:00:00.000Z', summary: null, body: null },
        withdrawal: { at: '2026-11-03T15:00:00.000Z', reason: 'Wrong.' },
      }),
    ].map((publication) => toMisp(publication, SOURCE).Event);
    expect([first, later, gone].map((event) => Number(event?.timestamp))).toEqual([
      Date.parse('2026-11-03T13:00:00Z') / 1000,
      Date.parse('2026-11-03T14:00:00Z') / 1000,
      Date.parse('2026-11-03T15:00:00Z') / 1000,
    ]);
    expect(new Set([first, later, gone].map((event) => event?.uuid)).size).toBe(1);
    expect(gone?.Attribute[0]).toMatchObject({ comment: 'Withdrawn', value: 'Withdrawn. Wrong.' });
  });

  it('names nobody but the hub for an anonymous origin, and refuses what is red', () => {
    expect(JSON.stringify(toMisp(outgoing({ origin: null }), SOURCE))).not.toContain(ORIGIN.id);
    expect(() => toMisp(outgoing({ tlp: 'RED' }), SOURCE)).toThrow(TypeError);
    const { Event } = toMisp(outgoing(), SOURCE);
    expect(manifestOf([Event])).toEqual({
      [Event.uuid]: expect.not.objectContaining({ Attribute: expect.anything() }),
    });
  });
});

describe('an event of MISP', () => {
  const tlpOf = (more: object) => tlpOfEvent(checkMisp(event(more), ''));
  const tag = (name: string) => ({ Tag: [{ name }] });

  it.each<[object, string | null]>([
    [{ ...tag('tlp:white'), distribution: '3' }, 'CLEAR'],
    [{ ...tag('tlp:white'), distribution: '0' }, 'AMBER_STRICT'],
    [tag('tlp:white'), 'AMBER_STRICT'],
    [{ ...tag('tlp:amber+strict'), distribution: '3' }, 'AMBER_STRICT'],
    [{ ...tag('tlp:ex:chr'), distribution: '3' }, 'RED'],
    [{ distribution: '3' }, null],
    [{ distribution: '4', sharing_group_id: '7' }, 'AMBER_STRICT'],
    [
      {
        ...tag('tlp:green'),
        distribution: 1,
        Attribute: [
          { type: 'text', category: 'Other', value: 'x', distribution: '5', Tag: [{ name: 'TLP:RED' }] },
        ],
      },
      'RED',
    ],
  ])('%j is %s', (more, tlp) => {
    expect(tlpOf(more)).toBe(tlp);
  });

  it('comes in without the attributes that were deleted', () => {
    const attribute = (value: string, deleted: boolean) => ({
      type: 'text',
      category: 'Other',
      value,
      deleted,
    });
    const Attribute = [attribute('kept by us', false), attribute('taken back', true)];
    const [{ said } = { said: null }] = taken(event({ Attribute }));
    expect(said?.body).toContain('kept by us');
    expect(said?.body).not.toContain('taken back');
  });

  it.each<[string, unknown, string]>([
    ['no uuid', { Event: { info: 'x' } }, '/Event/uuid'],
    ['a uuid that is a path', { Event: event({ uuid: '../../../etc/passwd' }) }, '/Event/uuid'],
    ['a distribution of 9', [{ Event: event({ distribution: '9' }) }], '/0/Event/distribution'],
    [
      'an attribute without a value',
      { response: [{ Event: event({ Attribute: [{ type: 'a', category: 'b' }] }) }] },
      '/response/0/Event/Attribute/0/value',
    ],
    ['objects that are none', event({ Object: ['x'] }), '/Object/0'],
    ['a flag that is text', event({ published: 'yes' }), '/published'],
  ])('with %s is refused there', (_, document, where) => {
    expect(() => taken(document)).toThrow(expect.objectContaining({ where }));
  });
});

describeWithCorpus('the corpus of MISP', () => {
  it('is taken, but for what is no event', () => {
    for (const name of ['mainly_objects_1', 'misp_event', 'new_misp_event', 'shadow', 'to_delete2'])
      expect([name, taken(corpusJson(`misp/${name}.json`)).length]).toEqual([name, 1]);
    for (const name of ['event_obj_attr_tag', 'sharing_groups'])
      expect(() => taken(corpusJson(`misp/${name}.json`))).toThrow(Unreadable);
  });

  it('has the schema that everything of ours keeps', () => {
    const { $schema: _, id: __, ...schema } = corpusJson('reference/misp/schema.json');
    const validate = new Ajv({ strict: false, logger: false }).compile(schema);
    fc.assert(
      fc.property(anyOutgoing, (publication) => {
        validate(JSON.parse(JSON.stringify(toMisp(publication, SOURCE))));
        expect(validate.errors).toBeNull();
      }),
      { numRuns: 50 },
    );
  });
});
