import fc from 'fast-check';
import { isStricter, TLP_BY_MARKING, TLP_ORDER } from '#exchange';
import { completed, type Logged } from './complete.js';

const HUB = 'identity--e5a3f0a1-0c5b-4f0e-8d0a-3a1f1b0c9d01';
const ORIGIN = '0b7a2c55-6f1d-4a63-9f6e-5b1f2f3c4d02';
const SOMEBODY = 'identity--3b3c3d3e-1111-4111-8111-111111111111';

const entry = (given: Partial<Logged> = {}): Logged => ({
  type: 'indicator',
  content: JSON.stringify({ type: 'indicator', id: 'indicator--1', x_own: [1] }),
  completion: 'SIGNED',
  originId: ORIGIN,
  attribution: 'NAMED',
  tlp: 'GREEN',
  markings: null,
  presentTlp: null,
  presentAttribution: null,
  presentState: null,
  presentStatus: null,
  ...given,
});
/** One that is part of a publication as that is now. */
const part = (given: Partial<Logged> = {}): Logged =>
  entry({
    ...{ presentTlp: 'GREEN', presentAttribution: 'NAMED', presentState: 'RELEASED' },
    ...{ presentStatus: 'ACTUAL' },
    ...given,
  });
const told = (one: Logged) => JSON.parse(completed(one, HUB));
/** An object that came from outside, and says by whom it is. */
const cameAs = {
  completion: 'MARKED',
  content: JSON.stringify({ type: 'x', created_by_ref: SOMEBODY }),
} as const;

describe('an object of the log as it leaves', () => {
  it('is marked as strictly as itself and as its publication is now', () => {
    const tlp = fc.constantFrom(...TLP_ORDER);
    fc.assert(
      fc.property(tlp, fc.option(tlp), fc.constantFrom('SIGNED', 'MARKED'), (own, present, completion) => {
        const { object_marking_refs: refs } = told(part({ tlp: own, presentTlp: present, completion }));
        const marked = TLP_BY_MARKING.get(refs[0]);
        expect([own, present]).toContain(marked);
        for (const least of [own, present ?? own]) expect(isStricter(least, marked ?? 'CLEAR')).toBe(false);
      }),
    );
  });

  it('keeps the markings of others beside its TLP', () => {
    const { object_marking_refs: refs } = told(entry({ markings: '["marking-definition--a"]' }));
    expect(refs.slice(1)).toEqual(['marking-definition--a']);
  });

  it.each<[string, Logged, string]>([
    ['by itself, its origin', entry(), `identity--${ORIGIN}`],
    ['by itself and anonymous, the hub', entry({ attribution: 'ANONYMOUS' }), HUB],
    ['in a publication, its origin', part(), `identity--${ORIGIN}`],
    ['in an anonymous one, the hub', part({ presentAttribution: 'ANONYMOUS' }), HUB],
    ['in one that was withdrawn, the hub', part({ presentState: 'WITHDRAWN' }), HUB],
    [
      'as an anonymous sighting in a publication with a name, the hub',
      part({ type: 'sighting', attribution: 'ANONYMOUS' }),
      HUB,
    ],
  ])('names %s', (_, one, author) => {
    expect(told(one).created_by_ref).toBe(author);
    expect(completed(one, HUB).includes(ORIGIN)).toBe(author !== HUB);
  });

  it('that came from outside says by whom it is, unless its publication is anonymous', () => {
    expect(told(part(cameAs)).created_by_ref).toBe(SOMEBODY);
    expect(told(entry(cameAs)).created_by_ref).toBe(SOMEBODY);
    for (const hidden of [{ presentAttribution: 'ANONYMOUS' }, { presentState: 'WITHDRAWN' }] as const)
      expect(completed(part({ ...cameAs, ...hidden }), HUB)).not.toContain(SOMEBODY);
  });

  it.each(['SIGNED', 'MARKED'] as const)(
    'says what is not real, and else comes as it is: %s',
    (completion) => {
      expect(told(part({ completion, presentStatus: 'EXERCISE' })).labels).toEqual(['exercise']);
      expect(told(part({ completion }))).toMatchObject({ id: 'indicator--1', x_own: [1] });
      expect(told(part({ completion }))).not.toHaveProperty('labels');
    },
  );
});
