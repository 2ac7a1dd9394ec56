import type { Principal } from '#access';
import type { GroupRecord, PersonView } from '#members';

/** A publication's releases as far as a viewer sees them, oldest first; never empty. */
export type History = readonly { readonly revisionId: string; readonly at: string }[];

/**
 * What hangs on publications, as one viewer may see it; each for many at once.
 * `P` and `R` are the views of publications and of revisions, which need this in turn.
 */
export interface Related<P, R> {
  history(principal: Principal, publicationIds: readonly string[]): Promise<ReadonlyMap<string, History>>;
  revisions(
    principal: Principal,
    publicationIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly R[]>>;
  superseded(
    principal: Principal,
    publicationIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly P[]>>;
  publications(principal: Principal, ids: readonly string[]): Promise<ReadonlyMap<string, P>>;
  groups(principal: Principal, ids: readonly string[]): Promise<ReadonlyMap<string, GroupRecord>>;
  /** People who may be named where the rule for the field says so, as the viewer may know them. */
  people(principal: Principal, ids: readonly string[]): Promise<ReadonlyMap<string, PersonView>>;
}
