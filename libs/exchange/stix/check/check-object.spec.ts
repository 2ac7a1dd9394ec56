import type { ValidateFunction } from 'ajv';
import { corpusBytes, corpusFiles, corpusJson, describeWithCorpus } from '../../corpus.fixture.js';
import { Unreadable } from '../../reading/unreadable.js';
import type { StixObject } from '../object.js';
import { stixSchemas } from '../schemas.fixture.js';
import { checkObject } from './check-object.js';

interface Vector {
  readonly id: string;
  readonly expected: string;
  readonly tests: readonly string[];
  readonly instance: { type: string; objects?: object[] };
}

const verdict = (instance: Vector['instance']): string => {
  try {
    const objects = instance.type === 'bundle' ? (instance.objects ?? []) : [instance];
    for (const [index, object] of objects.entries()) checkObject(object, `/objects/${index}`);
    return 'accept';
  } catch (error) {
    if (!(error instanceof Unreadable) || !error.where) throw error;
    return 'reject';
  }
};

const identity = {
  type: 'identity',
  spec_version: '2.1',
  id: 'identity--8ae20dde-83d4-4218-88fd-41ef0dabf9d1',
  created: '2016-08-22T14:09:00.123Z',
  modified: '2016-08-22T14:09:00.123Z',
  name: 'An office',
};

describe('an object of STIX', () => {
  it.each<[string, object, string]>([
    ['no name', { ...identity, name: undefined }, '/objects/3'],
    [
      'an id of another type',
      { ...identity, id: identity.id.replace('identity', 'malware') },
      '/objects/3/id',
    ],
    [
      'a modification before its creation',
      { ...identity, modified: '2016-08-22T14:09:00.122Z' },
      '/objects/3/modified',
    ],
    ['a day that is none', { ...identity, created: '2016-02-30T14:09:00.123Z' }, '/objects/3/created'],
    ['an empty list', { ...identity, sectors: [] }, '/objects/3/sectors'],
    ['a confidence of 101', { ...identity, confidence: 101 }, '/objects/3/confidence'],
    ['a property with a hyphen', { ...identity, 'x-y': 1 }, '/objects/3/x-y'],
    ['a type to exhaust a matcher', { ...identity, type: `${'a'.repeat(5_000)}!` }, '/objects/3/type'],
  ])('with %s is refused there', (_, object, where) => {
    const plain = JSON.parse(JSON.stringify(object));
    expect(() => checkObject(plain, '/objects/3')).toThrow(expect.objectContaining({ where }));
  });

  it('of an unknown type, or with properties of its own, is taken as it comes', () => {
    const own = {
      ...identity,
      x_vote: { a: [1] },
      type: 'x-mitre-tactic',
      id: identity.id.replace('identity', 'x-mitre-tactic'),
    };
    expect(checkObject(own, '')).toBe(own);
  });
});

describeWithCorpus('the corpus of STIX', () => {
  it('finds every verdict of the reference validator', () => {
    const { vectors } = corpusJson('stix21/validator-vectors-dev.json') as { vectors: Vector[] };
    const wrong = vectors.filter(
      ({ expected, instance }) => (expected === 'reject' ? 'reject' : 'accept') !== verdict(instance),
    );
    expect(
      wrong.map(({ id, expected, tests, instance }) => ({ id, expected, test: tests[0], instance })),
    ).toEqual([]);
  });

  it('takes every object of the worked examples and of ATT&CK', () => {
    const examples = corpusFiles('stix21', '.json').flatMap((name) => {
      const { objects } = corpusJson(name);
      return Array.isArray(objects) ? [[name, objects] as [string, StixObject[]]] : [];
    });
    const attack = JSON.parse(corpusBytes('stix21/attack/ics-attack-17.1.json.gz').toString('utf8'));
    for (const [name, objects] of [...examples, ['attack', attack.objects] as [string, StixObject[]]])
      for (const [index, object] of objects.entries()) checkObject(object, `${name}/${index}`);
    expect(examples.length).toBeGreaterThan(5);
  });

  it('takes what the OASIS schemas take, of ATT&CK', () => {
    const schemas: ReadonlyMap<string, ValidateFunction> = stixSchemas();
    const attack = JSON.parse(corpusBytes('stix21/attack/ics-attack-17.1.json.gz').toString('utf8'));
    const refused = (attack.objects as StixObject[]).filter(
      (object) => schemas.get(object.type)?.(object) === false,
    );
    expect(refused).toEqual([]);
  });
});
