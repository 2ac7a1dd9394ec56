import { Args, Context, Resolver, Subscription } from '@nestjs/graphql';
import { Public, type PublicationFilter } from '#contract';
import { badInput, Seal } from '#platform';
import { overLiveOnly } from './live-only.js';
import type { SilentStream } from './silent-stream.js';
import type { LiveContext } from './subscriptions.js';

/** What the release log's cursors are sealed for, wherever they are given out or taken. */
export const LOG_CURSOR = { purpose: 'log', binding: '' } as const;

@Resolver()
export class ReleasesSubscription {
  constructor(private readonly seal: Seal) {}

  @Subscription('releases')
  @Public('What arrives is decided by the keys that the listener holds.')
  async releases(
    @Args('after') after: string | null | undefined,
    @Args('filter') filter: PublicationFilter | null | undefined,
    @Context() { live }: Partial<LiveContext>,
  ): Promise<SilentStream> {
    return overLiveOnly(live).releases(this.position(after ?? null), filter ?? null);
  }

  private position(cursor: string | null): number | null {
    if (cursor === null) return null;
    const position = this.seal.open(LOG_CURSOR.purpose, LOG_CURSOR.binding, cursor);
    if (position === null) throw badInput(['after'], 'This is not a cursor of the release log.');
    return position;
  }
}
