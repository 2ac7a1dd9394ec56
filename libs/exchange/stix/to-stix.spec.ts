import type { ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { corpusJson, describeWithCorpus } from '../corpus.fixture.js';
import { anyOutgoing, HUB, ORIGIN, outgoing, SOURCE } from '../publication.fixture.js';
import type { StixObject } from './object.js';
import { stixSchemas } from './schemas.fixture.js';
import { markingRef, TLP_BY_MARKING, TLP_MARKINGS } from './tlp.js';
import { bundleOf, toStix } from './to-stix.js';

const reportIn = (objects: readonly StixObject[]): StixObject =>
  objects.find(({ type }) => type === 'report') ?? { type: 'none', id: '' };
const text = (objects: readonly StixObject[]) => JSON.stringify(objects);

describe('a publication as STIX', () => {
  it('is a report by its origin, marked, with its places, vulnerabilities and notes', () => {
    const objects = toStix(outgoing(), SOURCE);
    const report = reportIn(objects);
    expect(report).toMatchObject({
      id: `report--${outgoing().id}`,
      created: outgoing().publishedAt,
      modified: outgoing().updatedAt,
      created_by_ref: `identity--${ORIGIN.id}`,
      name: 'Phishing of poll-book vendors',
      object_marking_refs: ['marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421'],
    });
    const ids = new Set(objects.map(({ id }) => id));
    for (const ref of report.object_refs as string[]) expect(ids).toContain(ref);
    expect(objects.filter(({ type }) => type === 'note')).toMatchObject([{ object_refs: [report.id] }]);
  });

  it('is marked as it is in whatever it says', () => {
    fc.assert(
      fc.property(anyOutgoing, (publication) => {
        const said = toStix(publication, SOURCE).filter(({ type }) => type === 'report' || type === 'note');
        for (const { object_marking_refs: refs } of said) expect(refs).toEqual([markingRef(publication.tlp)]);
      }),
    );
  });

  it('keeps its id through a revision, with a later `modified`', () => {
    const later = '2026-11-03T14:00:00.000Z';
    const [first, second] = [outgoing(), outgoing({ updatedAt: later, title: 'Wider' })].map((publication) =>
      reportIn(toStix(publication, SOURCE)),
    );
    expect(second).toMatchObject({ id: first?.id, created: first?.created, modified: later });
  });

  it('is revoked once it is withdrawn, and says no more than its tombstone', () => {
    const withdrawal = { at: '2026-11-03T15:00:00.000Z', reason: 'Wrong.' };
    const tombstone = outgoing({
      ...{ state: 'WITHDRAWN', title: null, summary: null, body: null, instructions: null, origin: null },
      ...{ cves: [], regions: [], references: [], withdrawal },
    });
    const objects = toStix(tombstone, SOURCE);
    expect(reportIn(objects)).toMatchObject({ revoked: true, name: 'No longer available' });
    expect(text(objects)).not.toContain(ORIGIN.id);
  });

  it('names nobody but the hub where the origin is anonymous', () => {
    const objects = toStix(outgoing({ origin: null }), SOURCE);
    expect(reportIn(objects).created_by_ref).toBe(`identity--${HUB.id}`);
    expect(text(objects)).not.toContain(ORIGIN.id);
    expect(text(objects)).not.toContain(ORIGIN.name);
  });

  it('never takes what is not real for real', () => {
    const report = reportIn(toStix(outgoing({ status: 'EXERCISE' }), SOURCE));
    expect(report).toMatchObject({ labels: ['exercise'], name: expect.stringMatching(/^EXERCISE: /) });
  });

  it('refuses what is red', () => {
    expect(() => toStix(outgoing({ tlp: 'RED' }), SOURCE)).toThrow(TypeError);
  });

  it('gives the same bytes for the same publication, and the indicators that it is given', () => {
    const refs = ['indicator--6e0a5b11-3f0c-4d46-9c59-6c3f0d8c7a01'];
    expect(toStix(outgoing(), SOURCE, refs)).toEqual(toStix(outgoing(), SOURCE, refs));
    expect(reportIn(toStix(outgoing(), SOURCE, refs)).object_refs).toContain(refs[0]);
    expect(bundleOf(toStix(outgoing(), SOURCE)).id).toBe(bundleOf(toStix(outgoing(), SOURCE)).id);
  });
});

describeWithCorpus('by the OASIS schemas', () => {
  let schemas: ReadonlyMap<string, ValidateFunction>;
  beforeAll(() => {
    schemas = stixSchemas();
  });

  it('any publication is valid, object by object', () => {
    fc.assert(
      fc.property(anyOutgoing, (publication) => {
        for (const object of toStix(publication, SOURCE)) {
          const validate = schemas.get(object.type);
          if (!validate?.(object)) throw new Error(`${object.type}: ${JSON.stringify(validate?.errors)}`);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('the markings are those of the common object repository', () => {
    const { objects, ...rest } = corpusJson('stix21/tlp-marking-definitions.json');
    const all = (objects ?? Object.values(rest).flat()) as StixObject[];
    const official = all.filter((object) => object?.type === 'marking-definition');
    expect(new Set(official.map(({ id }) => id))).toEqual(new Set(TLP_BY_MARKING.keys()));
    for (const own of Object.values(TLP_MARKINGS)) {
      const { name, extensions } = official.find(({ id }) => id === own.id) ?? {
        name: null,
        extensions: null,
      };
      expect({ name: own.name, extensions: own.extensions }).toEqual({ name, extensions });
    }
  });
});
