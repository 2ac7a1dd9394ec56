import type { Addressed, Composed } from './content.js';

/** What of an audience its next writer was shown. */
export interface Shown {
  /** The groups of the writer's member. */
  readonly groupIds: ReadonlySet<string>;
  /** Whether the persons that a red one names were shown: to the origin's own people. */
  readonly persons: boolean;
}

/**
 * The audience that a writer asks for, with what they could not see of the present one: nobody takes out what they were not
 * shown, and nobody learns of it by the difference.
 */
export function withHidden(next: Composed, present: Composed | null, shown: Shown): Composed {
  if (!present) return next;
  const hidden: Pick<Addressed, 'groupIds' | 'personIds'> = {
    groupIds: next.tlp === 'RED' ? [] : present.audience.groupIds.filter((id) => !shown.groupIds.has(id)),
    personIds: next.tlp === 'RED' && !shown.persons ? present.audience.personIds : [],
  };
  return {
    ...next,
    audience: {
      ...next.audience,
      groupIds: [...new Set([...next.audience.groupIds, ...hidden.groupIds])],
      personIds: [...new Set([...next.audience.personIds, ...hidden.personIds])],
    },
  };
}
