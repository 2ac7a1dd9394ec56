import { contractSources, sharedFields } from './index.js';

describe('sharedFields', () => {
  it('covers the block that is marked and not what another file adds to it', () => {
    const fields = sharedFields([
      'type A @shared { x: Int y: Int } type B { z: Int w: Int @shared }',
      'extend type A { perViewer: Int alike: Int @shared }',
    ]);
    expect([...fields].sort()).toEqual(['A.alike', 'A.x', 'A.y', 'B.w']);
  });

  it('never takes in what depends on who asks', () => {
    const fields = sharedFields(contractSources());
    expect(fields.has('Publication.title')).toBe(true);
    for (const perViewer of [
      'Publication.inbox',
      'Publication.reach',
      'Publication.acknowledgement',
      'Audience.groups',
      'Audience.persons',
      'Revision.releasedBy',
      'Member.people',
      'Member.suspended',
      'Query.viewer',
    ]) {
      expect(fields.has(perViewer)).toBe(false);
    }
  });
});
