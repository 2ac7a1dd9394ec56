import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFault } from './run/match.mjs';
import { FAULTS } from './table.mjs';

const ROOT = join(import.meta.dirname, '../..');
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

describe('the seeded faults', () => {
  it('are enough, and told apart by their names', () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(50);
    expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
  });

  it.each(FAULTS.map((fault) => [fault.name, fault] as const))('still apply: %s', (_, fault) => {
    const text = textOf(fault.file);
    expect(withFault(text, fault)).not.toBe(text);
    expect(fault.caughtBy).not.toEqual([]);
  });

  it('are found however the code is broken into lines', () => {
    const fault = { file: 'here', find: 'asks(one, two).all', replace: 'none' };
    expect(withFault('it asks(\n  one,\n  two,\n).all;', fault)).toBe('it none;');
    expect(() => withFault('it tasks(one, two).all;', fault)).toThrow('occurs 0 times');
    expect(() => withFault('asks(one, two).all asks(one, two).all', fault)).toThrow('occurs 2 times');
  });
});
