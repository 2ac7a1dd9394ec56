import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ReachMembersArgs } from '#contract';
import { RegionsService } from '#regions';
import type { ReadAnswer } from '../answers/acknowledgement.resolver.js';
import type { ReachLedger, ReachTotals } from './ledger.js';
import { type ReachedMember, ReadReach } from './read-reach.js';

/** What a `Reach` is resolved from. */
export interface ReachView extends ReachTotals {
  readonly id: string;
  readonly originId: string;
  readonly ledger: ReachLedger;
  /** Whether it is read by the origin's own people. */
  readonly bySender: boolean;
}

@Resolver('Reach')
export class ReachResolver {
  constructor(
    private readonly reading: ReadReach,
    private readonly regions: RegionsService,
  ) {}

  @ResolveField('byState')
  byState(@Parent() { ledger }: ReachView) {
    const tree = this.regions.tree();
    return ledger
      .byState()
      .map(({ state, ...counts }) => ({ region: state && tree.region(state), ...counts }));
  }

  @ResolveField('byKind')
  byKind(@Parent() { ledger }: ReachView) {
    return ledger.byKind();
  }

  @ResolveField('members')
  async members(@Parent() view: ReachView, @Args() wish: ReachMembersArgs) {
    const { edges, pageInfo } = await this.reading.page(view, wish);
    return {
      pageInfo,
      edges: edges.map(({ cursor, node }) => ({ cursor, node: shown(node, view.bySender) })),
    };
  }
}

function shown({ member, openedAt, answer, escalation }: ReachedMember, bySender: boolean) {
  const acknowledgement: ReadAnswer | null = answer && { ...answer, bySender };
  return { member, openedAt, acknowledgement, escalation };
}
