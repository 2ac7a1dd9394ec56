import fc from 'fast-check';
import { type AuditFacts, chainHash, fits, GENESIS } from './chain.js';

const KEY = Buffer.from('a key of this test');
const first: AuditFacts = {
  sequence: 1,
  at: '2026-11-03T12:00:00.000Z',
  personId: 'p1',
  memberId: 'm1',
  action: 'publication.release',
  objectType: 'publication',
  objectId: 'o1',
  detail: '{}',
};
const second: AuditFacts = { ...first, sequence: 2, action: 'publication.withdraw' };

describe('the chain', () => {
  it('fits an entry to the one before it and to no other', () => {
    const before = chainHash(KEY, GENESIS, first);
    const hash = chainHash(KEY, before, second);
    expect(fits([KEY], before, second, hash)).toBe(true);
    expect(fits([KEY], chainHash(KEY, GENESIS, { ...first, objectId: 'o2' }), second, hash)).toBe(false);
    expect(fits([KEY], GENESIS, second, hash)).toBe(false);
  });

  it('fits under a key that is known and under no other', () => {
    const hash = chainHash(KEY, GENESIS, first);
    expect(fits([Buffer.from('another'), KEY], GENESIS, first, hash)).toBe(true);
    expect(fits([Buffer.from('another')], GENESIS, first, hash)).toBe(false);
  });

  it('changes with whatever an entry says', () => {
    const hash = chainHash(KEY, GENESIS, first);
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(first) as (keyof AuditFacts)[])),
        fc.string(),
        (field, text) => {
          const changed = { ...first, [field]: field === 'sequence' ? text.length + 2 : `${text}.` };
          fc.pre(changed[field] !== first[field]);
          expect(fits([KEY], GENESIS, changed, hash)).toBe(false);
        },
      ),
    );
  });
});
