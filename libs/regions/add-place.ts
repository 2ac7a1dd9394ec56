import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { Acting } from '#audit';
import type { AddPlaceInput } from '#contract';
import { badInput, conflict, type Refusal } from '#platform';
import { PlaceRefused } from './place.js';
import type { Region, RegionCode } from './region.js';
import { RegionsService } from './regions.service.js';

/** Adds a city, town or other place below a county to the tree. */
@Injectable()
export class AddPlace {
  constructor(
    private readonly acting: Acting,
    private readonly regions: RegionsService,
  ) {}

  /** @throws Refusal BAD_INPUT naming the field; CONFLICT when the code or the name is taken */
  async perform(principal: Principal, input: AddPlaceInput): Promise<Region | undefined> {
    const deed = { principal, action: 'region.addPlace', operation: 'addPlace', input } as const;
    const { code } = await this.acting.perform(deed, async (tx, tell): Promise<{ code: RegionCode }> => {
      tell({ objectType: 'region', objectId: input.code });
      await this.regions.add(tx, [{ code: input.code, name: input.name }]).catch(refuse);
      return { code: input.code };
    });
    return (await this.regions.treeKnowing([code])).region(code);
  }
}

function refuse(error: unknown): never {
  throw error instanceof PlaceRefused ? refusalOf(error) : error;
}

function refusalOf({ reason, field, message }: PlaceRefused): Refusal {
  const path = ['input', field];
  return reason === 'TAKEN' ? conflict(message, { field: path }) : badInput(path, message);
}
