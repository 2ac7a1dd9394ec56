import {
  type PublicationFilter,
  type ReleaseLineFragment,
  TailReleases,
} from '../generated/operations.generated.js';
import { follow, type Line } from './follow.js';

export interface FollowingReleases extends Line {
  readonly after: string | null;
  readonly filter: PublicationFilter | null;
}

/** The releases after a cursor, without gap or repeat: each connection begins after the last one that was handed out. */
export async function* followReleases({
  after,
  filter,
  ...line
}: FollowingReleases): AsyncGenerator<ReleaseLineFragment> {
  let cursor = after;
  const variables = () => ({ after: cursor, filter });
  for await (const { releases } of follow({ ...line, query: TailReleases, variables })) {
    yield releases;
    cursor = releases.cursor;
  }
}
