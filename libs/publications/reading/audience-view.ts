import type { MemberKind } from '#access';
import type { Region } from '#regions';
import type { Addressed } from '../content/content.js';
import type { Together } from './together.js';

/** Whom something is addressed to, as a viewer may know it. */
export class AudienceView {
  constructor(
    private readonly addressed: Addressed,
    private readonly originId: string,
    private readonly together: Together,
  ) {}

  get regions(): readonly Region[] {
    return this.together.regionsOf(this.addressed.regions);
  }

  get memberKinds(): readonly MemberKind[] {
    return this.addressed.memberKinds;
  }

  /** The groups among these that the viewer's member belongs to. */
  groups() {
    return this.together.groupsOf(this.addressed.groupIds);
  }

  /** The persons, for the origin's own people. */
  persons() {
    return this.together.personsOf(this.addressed.personIds, this.originId);
  }
}
