import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { AffectedSystem, Severity } from '#contract';
import { SEVERITIES } from '#publications';
import { type Region, RegionsService } from '#regions';
import type { StoredInterest } from './read-interest.js';

@Resolver('Interest')
export class InterestResolver {
  constructor(private readonly regions: RegionsService) {}

  @ResolveField('regions')
  async regionsOf(@Parent() { regions }: StoredInterest): Promise<Region[]> {
    const tree = await this.regions.treeKnowing(regions);
    return regions.flatMap((code) => tree.region(code) ?? []);
  }

  @ResolveField()
  severityAtLeast(@Parent() { severityAtLeast }: StoredInterest): Severity | null {
    return severityAtLeast === null ? null : (SEVERITIES[severityAtLeast] ?? null);
  }

  @ResolveField()
  newKnownExploited(@Parent() { newKnownExploited }: StoredInterest): boolean {
    return newKnownExploited ?? false;
  }

  @ResolveField()
  affectedSystems(@Parent() { systems }: StoredInterest): readonly AffectedSystem[] {
    return systems;
  }
}
