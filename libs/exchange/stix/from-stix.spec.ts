import fc from 'fast-check';
import { corpusJson, describeWithCorpus } from '../corpus.fixture.js';
import { anyOutgoing, outgoing, SOURCE } from '../publication.fixture.js';
import { fitLine, fitText } from '../reading/fit.js';
import { incomingOfHead, incomingOfRest, isHead } from './from-stix.js';
import { tlpOfObject } from './markings.js';
import type { StixObject } from './object.js';
import { TLP_MARKINGS } from './tlp.js';
import { toStix } from './to-stix.js';

const back = (objects: readonly StixObject[]) => {
  const head = objects.find(isHead) as StixObject;
  return incomingOfHead(head, objects);
};

describe('a report of STIX as a publication', () => {
  it('brings back what a hub put out, without loss', () => {
    fc.assert(
      fc.property(anyOutgoing, (publication) => {
        const { said, regions } = back(toStix(publication, SOURCE));
        const bulletin = publication.kind === 'BULLETIN';
        expect(said).toMatchObject({
          kind: publication.kind,
          title: fitLine(publication.title, 200) ?? expect.any(String),
          body: fitText(publication.body, 50_000),
          status: publication.status,
          severity: publication.severity,
          affectedSystems: [...publication.affectedSystems],
          cves: [...publication.cves],
          ...(bulletin ? { analyticConfidence: publication.analyticConfidence } : {}),
        });
        expect(regions).toEqual(publication.regions.map(({ code }) => code));
      }),
    );
  });

  it('has the same id in all its versions, and is withdrawn when it is revoked', () => {
    const [a, b] = [outgoing(), outgoing({ updatedAt: '2026-12-01T00:00:00.000Z', state: 'WITHDRAWN' })].map(
      (publication) => back(toStix(publication, SOURCE)),
    );
    expect(b).toMatchObject({ sourceId: a?.sourceId, withdrawn: true });
    expect((b?.versionAt ?? '') > (a?.versionAt ?? '')).toBe(true);
  });
});

describe('the TLP of an object', () => {
  const object = (...refs: string[]): StixObject => ({
    type: 'report',
    id: 'report--x',
    object_marking_refs: refs,
  });
  const own = 'marking-definition--11111111-1111-4111-8111-111111111111';
  const definitions = (more: object) =>
    new Map([[own, { type: 'marking-definition', id: own, ...more } as StixObject]]);

  it('is the strictest of its markings, of 1.x and 2.0', () => {
    const { GREEN, AMBER_STRICT } = TLP_MARKINGS;
    expect(tlpOfObject(object(GREEN.id, AMBER_STRICT.id), new Map())).toBe('AMBER_STRICT');
    expect(tlpOfObject(object('marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9'), new Map())).toBe(
      'CLEAR',
    );
    const granular = {
      ...object(GREEN.id),
      granular_markings: [{ marking_ref: TLP_MARKINGS.RED.id, selectors: ['name'] }],
    };
    expect(tlpOfObject(granular, new Map())).toBe('RED');
  });

  it('is the strictest there is for what is not understood', () => {
    expect(tlpOfObject(object(own), new Map())).toBe('RED');
    for (const more of [{ name: 'TLP:CLEAR' }, { definition_type: 'tlp', definition: { tlp: 'white' } }])
      expect(tlpOfObject(object(own), definitions(more))).toBe('RED');
  });

  it('is none where nothing marks it, or only a statement does', () => {
    expect(tlpOfObject(object(), new Map())).toBeNull();
    expect(
      tlpOfObject(object(own), definitions({ definition_type: 'statement', definition: { statement: '©' } })),
    ).toBeNull();
  });
});

describeWithCorpus('bundles without a report', () => {
  it('become one publication that names what is in them', () => {
    const { objects, id } = corpusJson('stix21/indicator-for-malicious-url.json');
    const rest = { bundleId: id, count: objects.length, versionAt: '', some: objects };
    expect(incomingOfRest(rest)).toMatchObject({
      sourceId: id,
      said: { kind: 'BULLETIN', title: expect.stringMatching(/ and \d+ more STIX objects$/) },
    });
  });
});
