import { Module } from '@nestjs/common';
import { ImportsModule } from '#imports';
import { IndicatorsModule } from '#indicators';
import { MembersModule } from '#members';
import { PublicationsModule } from '#publications';
import { RegionsModule } from '#regions';
import { ExportResolver } from './export.resolver.js';
import { ExportPublications } from './export-publications.js';
import { CapController } from './http/cap.controller.js';
import { CsafController } from './http/csaf.controller.js';
import { FeedsController } from './http/feeds.controller.js';
import { Listing } from './http/listing.js';
import { MispController } from './http/misp.controller.js';
import { Readers } from './http/readers.js';
import { Outgoings } from './outgoing.js';

@Module({
  imports: [ImportsModule, IndicatorsModule, MembersModule, PublicationsModule, RegionsModule],
  controllers: [CapController, CsafController, FeedsController, MispController],
  providers: [ExportPublications, ExportResolver, Listing, Outgoings, Readers],
  exports: [Outgoings],
})
export class ExportsModule {}
