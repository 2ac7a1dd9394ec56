import type { MemberKind, Role, Tlp, Viewer } from '#access';
import { builtInTree } from '#regions';
import { reviewReasons } from './review-reasons.js';

const line = (code: string) => builtInTree.line(code);
const person = (personId: string, kind: MemberKind = 'LOCAL', roles: Role[] = ['RELEASER']): Viewer => ({
  personId,
  active: true,
  since: 0,
  roles,
  member: { id: 'm', kind, active: true, since: 0, jurisdiction: line('US') },
  groups: [],
});
const reasons = (said: {
  kind?: MemberKind;
  at?: string;
  to?: string[];
  tlp?: Tlp;
  by?: Viewer;
  writers?: string[];
  two?: boolean;
  national?: boolean;
}) =>
  reviewReasons({
    origin: {
      kind: said.kind ?? 'LOCAL',
      jurisdiction: line(said.at ?? '55025'),
      agreedRegions: ['17'],
      twoPersonRelease: said.two ?? false,
    },
    tlp: said.tlp ?? 'AMBER',
    audience: { regions: (said.to ?? ['55']).map(line), memberKinds: [], groupIds: [], personIds: [] },
    releaser: said.by ?? person('a'),
    writerIds: said.writers ?? ['a'],
    reviewNational: said.national ?? true,
  });

describe('reviewReasons', () => {
  it('lets out what a member may address by itself', () => {
    expect(reasons({})).toEqual([]);
    expect(reasons({ kind: 'STATE', at: '55', to: ['17', '12'] })).toEqual([]);
    expect(reasons({ kind: 'PARTNER', to: ['17031'] })).toEqual([]);
  });

  it('sends to the hub what goes beyond, and lets its analysts out with it', () => {
    expect(reasons({ to: ['55', '17'] })).toEqual(['BEYOND_OWN_REGION']);
    expect(reasons({ kind: 'PARTNER', to: ['55'] })).toEqual(['BEYOND_OWN_REGION']);
    const analyst = person('b', 'HUB', ['ANALYST']);
    expect(reasons({ to: ['17'], by: analyst })).toEqual([]);
    expect(reasons({ to: ['17'], by: person('b', 'HUB', ['RELEASER']) })).toEqual(['BEYOND_OWN_REGION']);
    expect(reasons({ to: ['17'], by: person('b', 'STATE', ['ANALYST']) })).toEqual(['BEYOND_OWN_REGION']);
  });

  it('asks for a second person where the member does', () => {
    expect(reasons({ two: true })).toEqual(['TWO_PERSON']);
    expect(reasons({ two: true, writers: ['b', 'a'] })).toEqual(['TWO_PERSON']);
    expect(reasons({ two: true, writers: ['b'] })).toEqual([]);
  });

  it('asks for a second person for the nation, where the hub does', () => {
    const federal = { kind: 'FEDERAL' as const, at: 'US', to: ['55', 'US'] };
    expect(reasons(federal)).toEqual(['NATIONAL_AUDIENCE']);
    expect(reasons({ ...federal, writers: ['b'] })).toEqual([]);
    expect(reasons({ ...federal, national: false })).toEqual([]);
    expect(reasons({ ...federal, to: ['R05'] })).toEqual([]);
  });

  it('does not count the regions of a red one, which open nothing', () => {
    expect(reasons({ tlp: 'RED', to: ['US'] })).toEqual([]);
  });
});
