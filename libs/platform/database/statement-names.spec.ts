import { StatementNames } from './statement-names.js';

const often = (names: StatementNames, text: string) =>
  Array.from({ length: 10 }, () => names.of(text)).at(-1);

describe('StatementNames', () => {
  it('names a text once it comes often, and then always alike', () => {
    const names = new StatementNames();
    expect([1, 2, 3, 4].map(() => names.of('SELECT 1'))).toEqual(Array(4).fill(undefined));
    const name = names.of('SELECT 1');
    expect(name).toBeDefined();
    expect(names.of('SELECT 1')).toBe(name);
  });

  it('gives two texts two names', () => {
    const names = new StatementNames();
    expect(often(names, 'SELECT 1')).not.toBe(often(names, 'SELECT 2'));
  });

  it('prepares no more than a hundred, and keeps those', () => {
    const names = new StatementNames();
    const given = Array.from({ length: 300 }, (_, n) => often(names, `SELECT ${n}`));
    expect(new Set(given.filter((name) => name !== undefined)).size).toBe(100);
    expect(names.of('SELECT 0')).toBe(given[0]);
    expect(often(names, 'SELECT 299')).toBeUndefined();
  });

  it('does not remember without end what comes seldom', () => {
    const names = new StatementNames();
    for (let n = 0; n < 5000; n += 1) names.of(`SELECT ${n}`);
    expect(often(names, 'SELECT 0')).toBeDefined();
  });
});
