import { Failure } from '../failure.js';
import { ENUMS } from '../generated/operations.generated.js';
import { words } from '../terminal/words.js';
import { type EnumName, enumValue } from './values.js';

describe('a value of an enum', () => {
  it.each([
    ['Tlp', 'TLP:AMBER+STRICT', 'AMBER_STRICT'],
    ['Tlp', 'tlp:red', 'RED'],
    ['Tlp', 'amber+strict', 'AMBER_STRICT'],
    ['Severity', 'high', 'HIGH'],
    ['AffectedSystem', 'voter-registration', 'VOTER_REGISTRATION'],
    ['AffectedSystem', ' Office IT ', 'OFFICE_IT'],
  ] as const)('%s takes %s', (name, text, value) => expect(enumValue(name, text, 'x')).toBe(value));

  it('takes every value as it is shown', () => {
    for (const name of Object.keys(ENUMS) as EnumName[]) {
      for (const value of ENUMS[name]) expect(enumValue(name, words(value), 'x')).toBe(value);
    }
  });

  it('names the field and what may stand there', () => {
    expect(() => enumValue('Tlp', 'white', 'tlp')).toThrow(Failure);
    expect(() => enumValue('Tlp', 'white', 'tlp')).toThrow(
      'tlp must be one of: clear, green, amber, amber strict, red.',
    );
  });
});
