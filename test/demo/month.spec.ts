import { addressesAlone, postsKind, TLPS } from '#access';
import { builtInTree } from '#regions';
import { GROUPS } from '../../apps/hub/src/demo/community/groups.js';
import { electionOffices } from '../../apps/hub/src/demo/community/offices.js';
import { PARTNERS } from '../../apps/hub/src/demo/community/partners.js';
import type { Publish } from '../../apps/hub/src/demo/month/deed.js';
import { beginningOfMonth, tellMonth } from '../../apps/hub/src/demo/month/month.js';

const NOW = new Date('2026-10-20T09:30:00.000Z');
const deeds = tellMonth(builtInTree, NOW);
const published = deeds.filter((deed): deed is Publish => deed.what === 'PUBLISH');
const offices = new Map(
  [...PARTNERS, ...electionOffices(builtInTree)].map((office) => [office.handle, office]),
);

const count = <T>(values: readonly T[]): Map<T, number> =>
  values.reduce((counts, value) => counts.set(value, (counts.get(value) ?? 0) + 1), new Map<T, number>());

describe('the community', () => {
  it('has every state, every county and the partners, each desk with an address of its own', () => {
    const kinds = count([...offices.values()].map(({ kind }) => kind));
    expect(kinds.get('STATE')).toBe(56);
    expect(kinds.get('LOCAL')).toBe([...builtInTree.all()].filter(({ level }) => level === 'COUNTY').length);
    expect(kinds.get('LOCAL')).toBeGreaterThan(3_200);
    expect(kinds.get('FEDERAL')).toBe(7);
    expect(kinds.get('PARTNER')).toBe(2);
    expect(kinds.get('HUB')).toBe(1);
    const emails = [...offices.values()].flatMap(({ desks }) => desks.map(({ email }) => email));
    expect(new Set(emails).size).toBe(emails.length);
    for (const email of emails) expect(email).toMatch(/^[a-z]+@[a-z0-9.-]+\.example$/);
    expect(offices.get('55025')?.name).toBe('Dane County Election Office');
  });

  it('names offices once, even where a territory and its one county bear the same name', () => {
    const names = [...offices.values()].map(
      ({ name, jurisdiction }) => `${name}/${jurisdiction?.slice(0, 2)}`,
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('has groups of offices that exist', () => {
    for (const { owner, others } of GROUPS) {
      for (const handle of [owner, ...others]) expect(offices.has(handle)).toBe(true);
      expect(others).not.toContain(owner);
    }
  });
});

describe('the month', () => {
  it('is the same whenever it is told, but for its dates', () => {
    const later = tellMonth(builtInTree, new Date('2027-01-05T23:00:00.000Z'));
    const said = (all: typeof deeds) => all.map(({ at: _, ...rest }) => rest);
    expect(said(later)).toEqual(said(deeds));
  });

  it('ends yesterday and begins thirty days before', () => {
    const times = deeds.map(({ at }) => at.getTime());
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    expect(times[0]).toBeGreaterThanOrEqual(beginningOfMonth(NOW).getTime());
    expect(times.at(-1)).toBeLessThan(new Date('2026-10-20T00:00:00.000Z').getTime());
  });

  it('has about 150 publications, of every kind, TLP and status', () => {
    expect(published.length).toBeGreaterThan(140);
    expect(published.length).toBeLessThan(180);
    expect(new Set(published.map(({ text }) => text.tlp))).toEqual(new Set(TLPS));
    expect(new Set(published.map(({ text }) => text.status ?? 'ACTUAL'))).toEqual(
      new Set(['ACTUAL', 'EXERCISE', 'TEST']),
    );
    const kinds = count(published.map(({ text }) => text.kind));
    for (const kind of ['ALERT', 'ADVISORY', 'BULLETIN'] as const)
      expect(kinds.get(kind)).toBeGreaterThan(20);
    for (const tlp of TLPS) expect(count(published.map(({ text }) => text.tlp)).get(tlp)).toBeGreaterThan(2);
  });

  it('holds revisions, withdrawals, successors, changes of audience, anonymous ones, answers, comments and levels', () => {
    const whats = count(deeds.map(({ what }) => what));
    expect(whats.get('REVISE')).toBeGreaterThan(8);
    expect(whats.get('WITHDRAW')).toBeGreaterThan(1);
    expect(whats.get('ADDRESS')).toBeGreaterThan(2);
    expect(whats.get('ANSWER')).toBeGreaterThan(150);
    expect(whats.get('COMMENT')).toBeGreaterThan(15);
    expect(whats.get('LEVEL')).toBeGreaterThan(5);
    expect(published.filter(({ supersedes }) => supersedes).length).toBe(2);
    expect(published.filter(({ text }) => text.attribution === 'ANONYMOUS').length).toBeGreaterThan(3);
  });

  it('tells everything under a name of its own, and follows up nothing that was not told', () => {
    const keys = published.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const deed of deeds) if ('key' in deed) expect(keys).toContain(deed.key);
  });

  it('lets each office post what a member of its kind may', () => {
    for (const { by, text } of published) {
      const office = offices.get(by);
      expect(office && postsKind(office.kind, text.kind)).toBe(true);
    }
  });

  it('lets counties and vendors address no more than they may by themselves when they publish', () => {
    for (const { by, text } of published) {
      const office = offices.get(by);
      if (!office) throw new Error(by);
      const addresser = {
        kind: office.kind,
        jurisdiction: office.jurisdiction ? builtInTree.line(office.jurisdiction) : [],
        agreedRegions: office.agreedRegions ?? [],
      };
      const regions = (text.address.regions ?? []).map((code) => builtInTree.line(code));
      const audience = { regions, memberKinds: [], groupIds: [], personIds: [] };
      expect(`${by} ${addressesAlone(addresser, audience)}`).toBe(`${by} true`);
    }
  });

  it('says of itself what it is, and names no real CVE', () => {
    for (const { text } of published) {
      if (text.kind === 'BULLETIN') expect(text.handling?.[0]).toContain('not a real');
      for (const cve of text.cves ?? []) expect(cve).toMatch(/^CVE-1900-/);
      expect(text.title.length).toBeLessThanOrEqual(200);
      expect(text.summary?.length ?? 0).toBeLessThanOrEqual(500);
    }
  });
});
