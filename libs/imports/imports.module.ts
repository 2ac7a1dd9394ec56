import { Module } from '@nestjs/common';
import { IndicatorsModule } from '#indicators';
import { MembersModule } from '#members';
import { workerOf } from '#platform';
import { PublicationsModule } from '#publications';
import { RegionsModule } from '#regions';
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

@Module({
  imports: [IndicatorsModule, MembersModule, PublicationsModule, RegionsModule],
  controllers: [ImportsController],
  providers: [
    AttachIndicators,
    workerOf(AttachIndicators, {
      every: 5_000,
      wokenBy: 'release',
      everywhere: true,
      failure: 'Indicators could not become part of a publication; it is tried again.',
    }),
    CatalogueResolver,
    ImportDocuments,
    Make,
    Originals,
    ReadCatalogue,
    TakeBundle,
    TakeCatalogue,
    TakeIn,
  ],
  exports: [ImportDocuments, Originals, TakeBundle],
})
export class ImportsModule {}
