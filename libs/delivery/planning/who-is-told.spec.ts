import fc from 'fast-check';
import { audienceKeys, type Released, type Viewer } from '#access';
import { anyReleased, anyViewer } from '../../access/arbitraries.fixture.js';
import { plainlyVisible } from '../../access/plain-rule.fixture.js';
import { whoIsTold } from './who-is-told.js';

const anySeverity = fc.option(fc.nat(5));

/** Who is told, row by row, as slow and as plain as can be. */
function plainly(
  viewer: Viewer,
  released: Released,
  severity: number | null,
  subscribes: boolean,
): string | null {
  if (!plainlyVisible(viewer, released)) return null;
  if (viewer.personId === released.releasedById) return null;
  if (!viewer.roles.some((role) => role !== 'AUDITOR')) return null;
  if (released.tlp === 'RED') return 'NAMED';
  if (severity === 5 && isAddressed(viewer, released)) return 'EMERGENCY';
  return subscribes ? 'SUBSCRIPTION' : null;
}

/** At or under a region, in a group, or the state above unless it is strict; of the kinds it is narrowed to. */
function isAddressed({ member, groups }: Viewer, { tlp, audience }: Released): boolean {
  if (audience.memberKinds.length > 0 && !audience.memberKinds.includes(member.kind)) return false;
  const own = member.jurisdiction[0] ?? '';
  return (
    audience.regions.some(([region = '']) => member.jurisdiction.includes(region)) ||
    audience.groupIds.some((id) => groups.some((group) => group.id === id)) ||
    (member.kind === 'STATE' &&
      tlp !== 'AMBER_STRICT' &&
      audience.regions.some(([, ...above]) => above.includes(own)))
  );
}

describe('who is told', () => {
  const decide = (viewer: Viewer, released: Released, severity: number | null, subscribes: boolean) =>
    whoIsTold({ released, severity, locks: [[...audienceKeys(released)]] })(viewer, subscribes);

  it('is what the contract says, for any viewer and any publication', () => {
    fc.assert(
      fc.property(
        anyViewer,
        anyReleased,
        anySeverity,
        fc.boolean(),
        (viewer, released, severity, subscribes) => {
          if (viewer === null) return;
          const { visible, because } = decide(viewer, released, severity, subscribes);
          expect(visible).toBe(plainlyVisible(viewer, released));
          expect(because).toBe(plainly(viewer, released, severity, subscribes));
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it('asks for a key to each of the locks', () => {
    fc.assert(
      fc.property(anyViewer, anyReleased, anyReleased, (viewer, then, now) => {
        if (viewer === null) return;
        const locks = [[...audienceKeys(then)], [...audienceKeys(now)]];
        const { visible } = whoIsTold({ released: then, severity: 3, locks })(viewer, true);
        expect(visible).toBe(plainlyVisible(viewer, then) && plainlyVisible(viewer, now));
      }),
      { numRuns: 5_000 },
    );
  });
});
