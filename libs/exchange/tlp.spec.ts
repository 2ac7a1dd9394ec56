import fc from 'fast-check';
import { isStricter, strictest, TLP_LABELS, TLP_ORDER, tlpOfLabel, unmarked } from './tlp.js';

const anyTlp = fc.constantFrom(...TLP_ORDER);

describe('a TLP', () => {
  it('of several is one of them, and none is stricter', () => {
    fc.assert(
      fc.property(fc.array(anyTlp, { minLength: 1 }), (tlps) => {
        const found = strictest(...tlps);
        expect(tlps).toContain(found);
        expect(tlps.some((tlp) => isStricter(tlp, found))).toBe(false);
      }),
    );
  });

  it('of what nothing marks is never looser than AMBER, nor than the default of its source', () => {
    fc.assert(
      fc.property(fc.option(anyTlp), (sourceDefault) => {
        const found = unmarked(sourceDefault);
        expect(isStricter('AMBER', found)).toBe(false);
        expect(isStricter(sourceDefault ?? 'AMBER', found)).toBe(false);
      }),
    );
  });

  it('is read as the field writes it, and nothing else is', () => {
    for (const tlp of TLP_ORDER) {
      expect(tlpOfLabel(TLP_LABELS[tlp])).toBe(tlp);
      expect(tlpOfLabel(` ${TLP_LABELS[tlp].toLowerCase().replace('tlp:', '')} `)).toBe(tlp);
    }
    expect(tlpOfLabel('TLP:WHITE')).toBe('CLEAR');
    expect(['TLP:PURPLE', '', 'AMBER+', 'toString'].map(tlpOfLabel)).toEqual([null, null, null, null]);
  });
});
