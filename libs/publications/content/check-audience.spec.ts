import type { Tlp } from '#access';
import type { AudienceInput } from '#contract';
import { builtInTree } from '#regions';
import { assertAddressed, checkAudience } from './check-audience.js';
import type { Composed } from './content.js';
import { withHidden } from './hidden-audience.js';

const check = (input: AudienceInput, tlp: Tlp = 'AMBER') => checkAudience(input, tlp, ['a'], builtInTree);
const at = (...field: string[]) => expect.objectContaining({ code: 'BAD_INPUT', field: ['a', ...field] });

describe('checkAudience', () => {
  it('takes each once, and codes that have changed as what they are today', () => {
    const { regions } = check({ regions: ['55', '55', '46113'] });
    expect(regions).toEqual(['55', '46102']);
  });

  it.each<[AudienceInput, Tlp, string[]]>([
    [{ regions: ['55', 'WI'] }, 'AMBER', ['regions', '1']],
    [{ regions: Array(101).fill('55') }, 'AMBER', ['regions']],
    [{ groupIds: Array(51).fill('g') }, 'AMBER', ['groupIds']],
    [{ personIds: Array(101).fill('p') }, 'RED', ['personIds']],
    [{ personIds: ['p'] }, 'AMBER_STRICT', ['personIds']],
    [{ personIds: ['p'], groupIds: ['g'] }, 'RED', ['groupIds']],
    [{ personIds: ['p'], memberKinds: ['STATE'] }, 'RED', ['memberKinds']],
  ])('refuses %j on %s at %j', (input, tlp, field) => {
    expect(() => check(input, tlp)).toThrow(at(...field));
  });

  it('asks for somebody who is addressed', () => {
    const addressed = (input: AudienceInput, tlp: Tlp) => assertAddressed(check(input, tlp), tlp, ['a']);
    expect(() => addressed({ memberKinds: ['STATE'] }, 'GREEN')).toThrow(at('regions'));
    expect(() => addressed({ regions: ['55'] }, 'RED')).toThrow(at('personIds'));
    addressed({ groupIds: ['g'] }, 'AMBER');
    addressed({ personIds: ['p'] }, 'RED');
  });
});

describe('withHidden', () => {
  const composed = (tlp: Tlp, groupIds: string[], personIds: string[] = []) =>
    ({
      tlp,
      audience: { regions: ['55'], memberKinds: [], groupIds, personIds },
      content: {},
    }) as unknown as Composed;
  const shown = { groupIds: new Set(['own', 'other']), persons: false };

  it('keeps the groups that were not shown, and takes out those that were', () => {
    const next = withHidden(composed('AMBER', ['other']), composed('AMBER', ['own', 'hidden']), shown);
    expect(next.audience.groupIds).toEqual(['other', 'hidden']);
  });

  it('keeps persons that were not shown, and drops them with the red', () => {
    const present = composed('RED', [], ['p', 'q']);
    expect(withHidden(composed('RED', [], ['q', 'r']), present, shown).audience.personIds).toEqual([
      'q',
      'r',
      'p',
    ]);
    expect(
      withHidden(composed('RED', [], ['q']), present, { ...shown, persons: true }).audience.personIds,
    ).toEqual(['q']);
    expect(withHidden(composed('AMBER', []), present, shown).audience.personIds).toEqual([]);
  });

  it('brings no group into what becomes red', () => {
    expect(
      withHidden(composed('RED', [], ['p']), composed('AMBER', ['hidden']), shown).audience.groupIds,
    ).toEqual([]);
  });
});
