import { ANALYST_KEY, may, originKey, type Principal, tellsOrigin } from '#access';
import { TLP_LABELS } from '#publications';
import type { CommentRow } from './seen.js';

/** A comment as one viewer may see it, or its tombstone. */
export class CommentView {
  constructor(
    private readonly row: CommentRow,
    private readonly principal: Principal,
  ) {}

  get publicationId() {
    return this.row.publicationId;
  }
  get sequence() {
    return this.row.sequence;
  }
  get id() {
    return this.row.id;
  }
  get state() {
    return this.row.state;
  }
  get tlp() {
    return this.row.tlp;
  }
  get tlpLabel() {
    return TLP_LABELS[this.row.tlp];
  }
  get text() {
    return this.row.text;
  }
  get attribution() {
    return this.row.attribution;
  }
  get postedAt() {
    return this.row.postedAt;
  }
  get endedAt() {
    return this.row.endedAt;
  }
  get reason() {
    return this.row.reason;
  }
  get withdrawable() {
    return this.isOpenTo('comment.withdraw');
  }
  get removable() {
    return this.isOpenTo('comment.remove');
  }

  /** The member that it is from, where the viewer can tell: a tombstone tells it to no more than an anonymous one. */
  get memberId(): string | null {
    const { memberId: originId, state } = this.row;
    const attribution = state === 'POSTED' ? this.row.attribution : 'ANONYMOUS';
    return tellsOrigin(this.principal.held, { originId, attribution }) ? originId : null;
  }

  /** Who wrote it, for their own member's people and, unless it is red, hub analysts. */
  get authorId(): string | null {
    const { memberId, personId, red } = this.row;
    const { held } = this.principal;
    return held.has(originKey(memberId)) || (red === 0 && held.has(ANALYST_KEY)) ? personId : null;
  }

  private isOpenTo(action: 'comment.withdraw' | 'comment.remove'): boolean {
    const { personId, memberId, state } = this.row;
    const { viewer, scopes } = this.principal;
    return state === 'POSTED' && may(viewer, action, { personId, memberId }, scopes);
  }
}
