import { type Collection, EMPTY, type Form, formOf, isComplete, toAdd, toUpdate } from './form.js';

const whole: Form = {
  ...EMPTY,
  name: 'Federal feed',
  url: 'https://taxii.example/root/collections/1/',
  office: { id: 'm', name: 'Office' },
  personId: 'p',
};

describe('what is filled in of a remote collection', () => {
  it('is whole when it names where, by whose rights, and all that the way of signing in needs', () => {
    const isWhole = (part: Partial<Form>) => isComplete({ ...whole, ...part });
    expect(isWhole({})).toBe(true);
    expect(isWhole({ name: '  ' })).toBe(false);
    expect(isWhole({ url: 'https://' })).toBe(false);
    expect(isWhole({ personId: '' })).toBe(false);
    expect(isWhole({ by: 'TOKEN' })).toBe(false);
    expect(isWhole({ by: 'TOKEN', secret: 's' })).toBe(true);
    expect(isWhole({ by: 'PASSWORD', secret: 's' })).toBe(false);
    expect(isWhole({ by: 'PASSWORD', user: 'u', secret: 's' })).toBe(true);
    expect(isWhole({ by: 'KEEP' })).toBe(true);
  });

  it('says by what the hub signs in, and nothing of it where that stays', () => {
    const secrets = { user: 'u', secret: 's' };
    const said = (by: Form['by']) => toUpdate('c', { ...whole, ...secrets, by }).credentials;
    expect(['KEEP', 'NOTHING', 'PASSWORD', 'TOKEN'].map((by) => said(by as Form['by']))).toEqual([
      undefined,
      {},
      { user: 'u', password: 's' },
      { token: 's' },
    ]);
  });

  it('begins at a day, or with all that there is', () => {
    expect(toAdd({ ...whole, from: '2026-11-03' }).readFrom).toBe('2026-11-03T00:00:00Z');
    expect(toAdd(whole)).not.toHaveProperty('readFrom');
  });

  it('of one that is read changes nothing until something is changed', () => {
    const collection = {
      id: 'c',
      name: 'Feed',
      url: whole.url,
      tlp: 'GREEN',
      releases: true,
      everyMinutes: 7,
      member: { id: 'm', name: 'Office' },
      person: { id: 'p', name: 'Desk' },
      regions: [{ code: '55', fullName: 'Wisconsin' }],
    } as unknown as Collection;
    expect(toUpdate('c', formOf(collection))).toEqual({
      id: 'c',
      name: 'Feed',
      personId: 'p',
      tlp: 'GREEN',
      releases: true,
      everyMinutes: 7,
      regions: ['55'],
    });
  });
});
