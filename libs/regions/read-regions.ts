import { Injectable } from '@nestjs/common';
import { firstOf, type QueryRegionsArgs } from '#contract';
import { badInput, cleanLine } from '#platform';
import { FIND_TEXT_LIMIT, findRegions } from './find/find-regions.js';
import type { Region, RegionCode, RegionLevel } from './region.js';
import type { RegionTree } from './region-tree.js';
import { RegionsService } from './regions.service.js';

/** Answers queries for regions. */
@Injectable()
export class ReadRegions {
  constructor(private readonly regions: RegionsService) {}

  /**
   * The region of a code as it is today. Where several took its place, it is the region that it was, which names them.
   * @returns null for a code that never was
   */
  async one(code: RegionCode): Promise<Region | null> {
    const tree = await this.regions.treeKnowing([code]);
    const { regions = [] } = tree.resolve(code) ?? {};
    return (regions.length === 1 ? regions[0] : tree.region(code)) ?? null;
  }

  /** @throws Refusal BAD_INPUT naming the argument */
  async list({ text, within, levels, first }: QueryRegionsArgs): Promise<readonly Region[]> {
    const limit = firstOf(first);
    const asked = text == null ? '' : cleanLine(text, { field: ['text'], max: FIND_TEXT_LIMIT });
    const tree = await this.regions.treeKnowing(within ? [within] : []);
    const places = tree.resolve(within ?? 'US')?.regions;
    if (!places) throw badInput(['within'], 'There is no such region.');
    const wanted = places.flatMap(({ code }) => answers(tree, asked, code, levels ?? [], limit));
    return wanted.slice(0, limit);
  }
}

function answers(
  tree: RegionTree,
  text: string,
  within: RegionCode,
  levels: readonly RegionLevel[],
  limit: number,
): readonly Region[] {
  if (text !== '') return findRegions(tree, text, { within, levels, limit });
  return tree.children(within).filter(({ level }) => levels.length === 0 || levels.includes(level));
}
