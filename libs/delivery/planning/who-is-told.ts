import {
  ANALYST_KEY,
  audienceKeys,
  COMMUNITY_KEY,
  heldKeys,
  type Key,
  opens,
  originKey,
  type Released,
  type Viewer,
} from '#access';

/** Why a release is put before somebody: they subscribe to it, it names them, or it is an emergency for them. */
export type Because = 'SUBSCRIPTION' | 'NAMED' | 'EMERGENCY';

/** A release, as far as it decides who is told of it. */
export interface Notice {
  readonly released: Released;
  /** From 0, BASELINE, to 5, EMERGENCY. */
  readonly severity: number | null;
  /** Sets of keys, each of which must be opened: those of the revision itself, and the publication's present ones. */
  readonly locks: readonly (readonly Key[])[];
}

/** How a release concerns a viewer. */
export interface Concern {
  readonly visible: boolean;
  /** Why they are told of it without having it before them already; `null` if they are not. */
  readonly because: Because | null;
}

const EMERGENCY = 5;

/** Whether all to whom it is addressed are told of it, whatever they subscribe to. */
export const isEmergency = ({ released, severity }: Notice): boolean =>
  severity === EMERGENCY && released.tlp !== 'RED';

/**
 * Who is told of a release: the one function for the preview and for the planner. Of visibility it asks nothing but the keys.
 * Whoever released it is not told of it, nor is an auditor who reads nothing but what is public.
 */
export function whoIsTold(notice: Notice): (viewer: Viewer, subscribes: boolean) => Concern {
  const { released, locks } = notice;
  const urgent = isEmergency(notice) ? addressedKeys(released) : [];
  const why = (held: ReadonlySet<Key>, subscribes: boolean): Because | null => {
    if (released.tlp === 'RED') return 'NAMED';
    if (opens(held, urgent)) return 'EMERGENCY';
    return subscribes ? 'SUBSCRIPTION' : null;
  };
  return (viewer, subscribes) => {
    const held = heldKeys(viewer);
    const visible = locks.every((keys) => opens(held, keys));
    const reads = held.has(COMMUNITY_KEY) && viewer.personId !== released.releasedById;
    return { visible, because: visible && reads ? why(held, subscribes) : null };
  };
}

/**
 * The keys of those to whom it is addressed by region, member kind and group. A looser publication than AMBER is
 * open to more, but its regions say who is to be told; its origin and the analysts see it without being addressed.
 */
function addressedKeys(released: Released): Key[] {
  const { tlp } = released;
  const keys = audienceKeys({ ...released, tlp: tlp === 'CLEAR' || tlp === 'GREEN' ? 'AMBER' : tlp });
  keys.delete(originKey(released.originId));
  keys.delete(ANALYST_KEY);
  return [...keys];
}
