import type { Principal } from '#access';
import type { GroupRecord, PersonView } from '#members';
import type { PublicationView } from './publication-view.js';
import type { RevisionView } from './revision-view.js';

/** A publication's releases as far as a viewer sees them, oldest first; never empty. */
export type History = readonly { readonly revisionId: string; readonly at: string }[];

/** What hangs on publications, as one viewer may see it; each for many at once. */
export interface Related {
  history(principal: Principal, publicationIds: readonly string[]): Promise<ReadonlyMap<string, History>>;
  revisions(
    principal: Principal,
    publicationIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly RevisionView[]>>;
  superseded(
    principal: Principal,
    publicationIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly PublicationView[]>>;
  publications(principal: Principal, ids: readonly string[]): Promise<ReadonlyMap<string, PublicationView>>;
  groups(principal: Principal, ids: readonly string[]): Promise<ReadonlyMap<string, GroupRecord>>;
  /** People who may be named where the rule for the field says so, as the viewer may know them. */
  people(principal: Principal, ids: readonly string[]): Promise<ReadonlyMap<string, PersonView>>;
}
