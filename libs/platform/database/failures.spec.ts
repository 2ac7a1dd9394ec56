import { QueryFailedError } from 'typeorm';
import { notFound } from '../errors.js';
import { isLostRace, isUniqueViolation, refusalOf } from './failures.js';

const coded = (code: string, options?: ErrorOptions) =>
  Object.assign(new Error('inner words', options), { code });

describe('failures of the database', () => {
  it('are known through TypeORM and through causes', () => {
    expect(isUniqueViolation(new QueryFailedError('INSERT', [], coded('23505')))).toBe(true);
    expect(isUniqueViolation(new Error('outer', { cause: coded('SQLITE_CONSTRAINT_UNIQUE') }))).toBe(true);
    expect(isUniqueViolation(coded('SQLITE_CONSTRAINT_FOREIGNKEY'))).toBe(false);
    expect(isLostRace(coded('40P01'))).toBe(true);
    expect(isLostRace(coded('23505'))).toBe(false);
    expect(isLostRace('40P01')).toBe(false);
  });

  it('do not go round in circles', () => {
    const circle = new Error('circle');
    circle.cause = circle;
    expect(isLostRace(circle)).toBe(false);
  });

  it.each([
    ['57014', 'TIMEOUT'],
    ['57P01', 'UNAVAILABLE'],
    ['08006', 'UNAVAILABLE'],
    ['53300', 'UNAVAILABLE'],
    ['ECONNREFUSED', 'UNAVAILABLE'],
    ['SQLITE_BUSY', 'UNAVAILABLE'],
    ['SQLITE_FULL', 'UNAVAILABLE'],
    ['40001', 'UNAVAILABLE'],
    ['23505', 'INTERNAL'],
    ['42P01', 'INTERNAL'],
  ])('%s is %s to outsiders, without a word of the database', (code, told) => {
    const error = new QueryFailedError('SELECT secret', ['value'], coded(code));
    const refusal = refusalOf(error);
    expect(refusal.code).toBe(told);
    expect(refusal.message).not.toMatch(/inner|secret|value|SELECT/);
    expect(refusal.cause).toBe(error);
  });

  it('leave refusals as they are', () => {
    const refusal = notFound({ detail: 'which' });
    expect(refusalOf(refusal)).toBe(refusal);
    expect(refusalOf('text').code).toBe('INTERNAL');
  });
});
