import { Args, Context, Resolver, Subscription } from '@nestjs/graphql';
import type { Principal } from '#access';
import { WatchComments } from '#comments';
import { Act, Me, SignedIn } from '#contract';
import { WatchReach } from '#delivery';
import { forbidden } from '#platform';
import { Publications } from '#publications';
import { overLiveOnly } from './live-only.js';
import type { Look } from './ports.js';
import type { SilentStream } from './silent-stream.js';
import type { LiveContext } from './subscriptions.js';

/** What hangs on a publication and changes without a release. */
interface Part {
  channel(publicationId: string): string;
  version(principal: Principal, publicationId: string, look: Look): Promise<string | null>;
}

/** Tells that something that hangs on a publication has changed. */
@Resolver()
export class ChangesSubscription {
  constructor(
    private readonly publications: Publications,
    private readonly reach: WatchReach,
    private readonly comments: WatchComments,
  ) {}

  @Act('publication.reach')
  @Subscription('reachChanged')
  reachChanged(
    @Me() me: Principal,
    @Args('publicationId') id: string,
    @Context() context: Partial<LiveContext>,
  ): Promise<SilentStream> {
    return this.watch('reachChanged', this.reach, me, id, context);
  }

  @SignedIn('Which comments are told of is decided by the keys that the listener holds.')
  @Subscription('commentsChanged')
  commentsChanged(
    @Me() me: Principal,
    @Args('publicationId') id: string,
    @Context() context: Partial<LiveContext>,
  ): Promise<SilentStream> {
    return this.watch('commentsChanged', this.comments, me, id, context);
  }

  /** @throws Refusal NOT_FOUND for a publication that is not there or not seen; FORBIDDEN for a part of it that is not theirs to read */
  private async watch(
    field: string,
    part: Part,
    me: Principal,
    id: string,
    { live }: Partial<LiveContext>,
  ): Promise<SilentStream> {
    const { watch } = overLiveOnly(live);
    await this.publications.get(me, id);
    if ((await part.version(me, id, new Map())) === null) throw forbidden();
    return watch({
      field,
      channel: part.channel(id),
      version: (principal, look) => part.version(principal, id, look),
      value: (principal) => this.publications.one(principal, id),
    });
  }
}
