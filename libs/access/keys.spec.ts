import fc from 'fast-check';
import { anyComment, anyReleased, anyViewer } from './arbitraries.fixture.js';
import {
  audienceKeys,
  commentKeys,
  draftKeys,
  heldKeys,
  heldSince,
  opens,
  type Released,
  tellsOrigin,
  type Viewer,
  visible,
} from './index.js';
import { plainlyComments, plainlyVisible } from './plain-rule.fixture.js';

const dane: Viewer = {
  personId: 'clerk',
  active: true,
  since: 3,
  roles: ['VIEWER'],
  member: { id: 'dane', kind: 'LOCAL', active: true, since: 5, jurisdiction: ['55025', '55', 'R05', 'US'] },
  groups: [{ id: 'g1', since: 9 }],
};
const wisconsin: Viewer = {
  ...dane,
  personId: 'official',
  member: { id: 'wi', kind: 'STATE', active: true, since: 0, jurisdiction: ['55', 'R05', 'US'] },
  groups: [],
};
const analyst: Viewer = {
  ...dane,
  personId: 'analyst',
  roles: ['ANALYST'],
  member: { id: 'hub', kind: 'HUB', active: true, since: 0, jurisdiction: ['US'] },
  groups: [],
};
const released = (
  changes: Partial<Omit<Released, 'audience'>> & { audience?: Partial<Released['audience']> },
): Released => ({
  tlp: 'AMBER',
  originId: 'milwaukee',
  releasedById: 'somebody',
  ...changes,
  audience: { regions: [], memberKinds: [], groupIds: [], personIds: [], ...changes.audience },
});
const sees = (viewer: Viewer | null, what: Released) => visible(viewer, audienceKeys(what));

describe('visibility', () => {
  it('is what the table says, for any viewer and any publication', () => {
    fc.assert(
      fc.property(anyViewer, anyReleased, (viewer, what) => {
        expect(sees(viewer, what)).toBe(plainlyVisible(viewer, what));
      }),
      { numRuns: 30_000 },
    );
  });

  it('of a comment is what the table says, for any viewer and any publication', () => {
    fc.assert(
      fc.property(anyViewer, anyComment, (viewer, comment) => {
        expect(visible(viewer, commentKeys(comment))).toBe(plainlyComments(viewer, comment));
      }),
      { numRuns: 10_000 },
    );
  });

  it('shows an amber alert to the county it names and to its state, not to the county next to it', () => {
    const alert = released({ audience: { regions: [['55025', '55', 'R05', 'US']] } });
    expect(sees(dane, alert)).toBe(true);
    expect(sees(wisconsin, alert)).toBe(true);
    const rock = {
      ...dane,
      member: { ...dane.member, id: 'rock', jurisdiction: ['55105', '55', 'R05', 'US'] },
    };
    expect(sees({ ...rock, groups: [] }, alert)).toBe(false);
  });

  it('keeps strict from the state above', () => {
    const strict = released({ tlp: 'AMBER_STRICT', audience: { regions: [['55025', '55', 'R05', 'US']] } });
    expect(sees(dane, strict)).toBe(true);
    expect(sees(wisconsin, strict)).toBe(false);
  });

  it('keeps red from everyone but those named and the releaser, analysts and the origin included', () => {
    const red = released({ tlp: 'RED', audience: { personIds: ['clerk'], regions: [['US']] } });
    expect(sees(dane, red)).toBe(true);
    expect(sees(analyst, red)).toBe(false);
    expect(sees({ ...dane, personId: 'colleague' }, red)).toBe(false);
    expect(sees({ ...dane, personId: 'colleague', member: { ...dane.member, id: 'milwaukee' } }, red)).toBe(
      false,
    );
    expect(sees({ ...analyst, personId: 'somebody' }, red)).toBe(true);
  });

  it('narrows groups by member kinds too', () => {
    const federalOnly = released({ audience: { groupIds: ['g1'], memberKinds: ['FEDERAL'] } });
    expect(sees(dane, federalOnly)).toBe(false);
    expect(sees(dane, released({ audience: { groupIds: ['g1'] } }))).toBe(true);
  });

  it('leaves the suspended nothing, not even what is public', () => {
    const clear = released({ tlp: 'CLEAR' });
    expect(sees(null, clear)).toBe(true);
    expect(sees({ ...dane, active: false }, clear)).toBe(false);
    expect(sees({ ...dane, member: { ...dane.member, active: false } }, clear)).toBe(false);
  });

  it('asks a part for its own keys and for the present ones', () => {
    const open = audienceKeys(released({ tlp: 'GREEN' }));
    const closed = audienceKeys(released({ tlp: 'RED' }));
    expect(visible(dane, open, open)).toBe(true);
    expect(visible(dane, open, closed)).toBe(false);
    expect(visible(dane, closed, open)).toBe(false);
  });
});

describe('drafts', () => {
  const author: Viewer = { ...dane, roles: ['AUTHOR'] };

  it('are for the authors and releasers of their origin', () => {
    const keys = draftKeys({ originId: 'dane', submitted: false });
    expect(visible(author, keys)).toBe(true);
    expect(visible({ ...dane, roles: ['RELEASER'] }, keys)).toBe(true);
    expect(visible({ ...dane, roles: ['VIEWER', 'COORDINATOR'] }, keys)).toBe(false);
    expect(visible(analyst, keys)).toBe(false);
    expect(visible({ ...author, member: { ...dane.member, id: 'rock' } }, keys)).toBe(false);
  });

  it('are for hub analysts only once they are submitted', () => {
    const keys = draftKeys({ originId: 'dane', submitted: true });
    expect(visible(analyst, keys)).toBe(true);
    expect(visible({ ...analyst, roles: ['OPERATOR'] }, keys)).toBe(false);
    expect(visible({ ...analyst, member: { ...analyst.member, kind: 'FEDERAL' } }, keys)).toBe(false);
  });
});

describe('origin', () => {
  const anonymous = { originId: 'milwaukee', attribution: 'ANONYMOUS' } as const;

  it('of an anonymous publication is told to its own people and to analysts alone', () => {
    const own = { ...dane, member: { ...dane.member, id: 'milwaukee' } };
    expect(tellsOrigin(heldKeys(own), anonymous)).toBe(true);
    expect(tellsOrigin(heldKeys(analyst), anonymous)).toBe(true);
    expect(tellsOrigin(heldKeys(dane), anonymous)).toBe(false);
    expect(tellsOrigin(heldKeys(wisconsin), anonymous)).toBe(false);
    expect(tellsOrigin(heldKeys(null), anonymous)).toBe(false);
  });
});

describe('heldSince', () => {
  it('is the latest beginning of what gives the key', () => {
    expect(heldSince(dane, 'community')).toBe(5);
    expect(heldSince(dane, 'group:g1')).toBe(9);
    expect(heldSince(dane, 'group:g1:LOCAL')).toBe(9);
    expect(heldSince(null, 'public')).toBe(0);
  });
});

describe('opens', () => {
  it('is whether the sets intersect', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd')),
        fc.array(fc.constantFrom('a', 'b', 'c', 'd')),
        (a, b) => {
          expect(opens(new Set(a), b)).toBe(a.some((key) => b.includes(key)));
        },
      ),
    );
  });
});
