import { Module } from '@nestjs/common';
import { IndicatorsModule } from '#indicators';
import { MembersModule } from '#members';
import { PublicationsModule } from '#publications';
import { RegionsModule } from '#regions';
import { AttachWorker } from './attaching/attach.worker.js';
import { AttachIndicators } from './attaching/attach-indicators.js';
import { ImportDocuments } from './import-documents.js';
import { ImportsController } from './imports.controller.js';
import { CatalogueResolver } from './kev/catalogue.resolver.js';
import { ReadCatalogue } from './kev/read-catalogue.js';
import { TakeCatalogue } from './kev/take-catalogue.js';
import { Make } from './make.js';
import { Originals } from './originals.js';
import { TakeBundle } from './stix/take-bundle.js';
import { TakeIn } from './take-in.js';
import { Upstream } from './upstream.js';

@Module({
  imports: [IndicatorsModule, MembersModule, PublicationsModule, RegionsModule],
  controllers: [ImportsController],
  providers: [
    AttachIndicators,
    AttachWorker,
    CatalogueResolver,
    ImportDocuments,
    Make,
    Originals,
    ReadCatalogue,
    TakeBundle,
    TakeCatalogue,
    TakeIn,
    Upstream,
  ],
  exports: [ImportDocuments, Originals, TakeBundle, Upstream],
})
export class ImportsModule {}
