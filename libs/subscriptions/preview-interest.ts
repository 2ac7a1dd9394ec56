import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { firstOf, type QueryPreviewInterestArgs } from '#contract';
import { Groups } from '#members';
import { badInput, Clock, timestamp } from '#platform';
import { Publications, type PublicationView, ReadRecentFacts } from '#publications';
import { RegionsService } from '#regions';
import { matches } from './matches.js';
import { MOST_REGIONS, readInterest } from './read-interest.js';
import { withLines } from './rows.js';

/** What a subscription would have brought. */
export interface InterestPreview {
  readonly matchCount: number;
  readonly lookedAtCount: number;
  readonly partial: boolean;
  readonly publications: readonly PublicationView[];
}

const DAY = 86_400_000;
const MOST_DAYS = 92;
const USUAL_DAYS = 31;
const MOST_LOOKED_AT = 2_000;

/** Holds an interest against the past, by the same rule by which subscriptions are met. */
@Injectable()
export class PreviewInterest {
  constructor(
    private readonly recent: ReadRecentFacts,
    private readonly publications: Publications,
    private readonly groups: Groups,
    private readonly regions: RegionsService,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal BAD_INPUT naming the field */
  async of(principal: Principal, wish: QueryPreviewInterestArgs): Promise<InterestPreview> {
    const first = firstOf(wish.first);
    const days = wish.days ?? USUAL_DAYS;
    if (days < 1 || days > MOST_DAYS) throw badInput(['days'], `Ask for 1 to ${MOST_DAYS} days.`);
    const tree = await this.regions.treeKnowing(wish.interest.regions?.slice(0, MOST_REGIONS) ?? []);
    const interest = withLines(readInterest(wish.interest, tree, ['interest']), (code) => tree.line(code));
    const from = timestamp(new Date(this.clock.now().getTime() - days * DAY));
    const [found, groupIds] = await Promise.all([
      this.recent.since(principal, from, MOST_LOOKED_AT + 1),
      this.groups.idsOf(principal.viewer?.member.id ?? ''),
    ]);
    const lookedAt = found.slice(0, MOST_LOOKED_AT);
    const met = lookedAt.filter(({ facts }) => matches(interest, facts, groupIds)).map(({ id }) => id);
    const shown = met.slice(0, first);
    const views = await this.publications.byIds(principal, shown);
    return {
      matchCount: met.length,
      lookedAtCount: lookedAt.length,
      partial: found.length > MOST_LOOKED_AT,
      publications: shown.map((id) => views.get(id)).filter((view) => view !== undefined),
    };
  }
}
