import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Principal } from '#access';
import { Act, type AddPlaceInput, Me, type QueryRegionsArgs, SignedIn } from '#contract';
import { AddPlace } from './add-place.js';
import { toIso } from './iso3166.js';
import { toOcd } from './ocd.js';
import { ReadRegions } from './read-regions.js';
import type { Region, RegionCode } from './region.js';
import { RegionsService } from './regions.service.js';
import { toSame } from './same.js';

const REASON = 'Which places a hub has added tells where it has members.';

@Resolver('Region')
export class RegionsResolver {
  constructor(
    private readonly regions: RegionsService,
    private readonly reading: ReadRegions,
    private readonly adding: AddPlace,
  ) {}

  @SignedIn(REASON)
  @Query('region')
  region(@Args('code') code: RegionCode): Promise<Region | null> {
    return this.reading.one(code);
  }

  @SignedIn(REASON)
  @Query('regions')
  list(@Args() wish: QueryRegionsArgs): Promise<readonly Region[]> {
    return this.reading.list(wish);
  }

  @Act('region.addPlace')
  @Mutation('addPlace')
  async addPlace(@Me() me: Principal, @Args('input') input: AddPlaceInput) {
    return { region: await this.adding.perform(me, input) };
  }

  @ResolveField()
  parent(@Parent() { code }: Region): Region | null {
    return this.regions.tree().parent(code) ?? null;
  }

  @ResolveField()
  ancestors(@Parent() { code }: Region): readonly Region[] {
    return this.regions.tree().ancestors(code);
  }

  @ResolveField()
  iso(@Parent() region: Region): string | null {
    return toIso(region) ?? null;
  }

  @ResolveField()
  same(@Parent() region: Region): string | null {
    return toSame(region) ?? null;
  }

  @ResolveField()
  ocd(@Parent() region: Region): string | null {
    return toOcd(region) ?? null;
  }

  @ResolveField()
  replacedBy(@Parent() { code, retired }: Region): readonly Region[] {
    return (retired && this.regions.tree().resolve(code)?.regions) || [];
  }
}
