import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import { batchOf, Me, perRequest, type RequestContext, SignedIn } from '#contract';
import { badInput } from '#platform';
import { Indicators } from '../reading/indicators.js';
import { type Found, LookUp } from '../reading/look-up.js';

const MOST_AT_ONCE = 500;
const INDICATORS = Symbol('indicators found');

@Resolver('LookUp')
export class LookUpResolver {
  constructor(
    private readonly looking: LookUp,
    private readonly reading: Indicators,
  ) {}

  @SignedIn('Looking up is for members; keys decide what is known to them.')
  @Query('lookUp')
  lookUp(@Me() me: Principal, @Args('values') values: string[]) {
    if (values.length === 0 || values.length > MOST_AT_ONCE)
      throw badInput(['values'], `Give 1 to ${MOST_AT_ONCE} values.`);
    return this.looking.of(me, values);
  }

  @ResolveField('indicators')
  async indicators(@Parent() { indicatorIds }: Found, @Context() context: RequestContext) {
    const { principal } = context;
    const loader = perRequest(context, INDICATORS, () =>
      batchOf((ids) => this.reading.byIds(principal, ids)),
    );
    const found = await Promise.all(indicatorIds.map((id) => loader.load(id)));
    return found.filter((one) => one !== undefined);
  }
}
