import { Global, Module } from '@nestjs/common';
import { AddPlace } from './add-place.js';
import { PlaceStore } from './place-store.js';
import { ReadRegions } from './read-regions.js';
import { RegionsResolver } from './regions.resolver.js';
import { RegionsService } from './regions.service.js';

@Global()
@Module({
  providers: [PlaceStore, RegionsService, ReadRegions, AddPlace, RegionsResolver],
  exports: [RegionsService, ReadRegions, AddPlace],
})
export class RegionsModule {}
