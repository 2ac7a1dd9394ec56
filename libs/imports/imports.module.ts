import { Module } from '@nestjs/common';
import { MembersModule } from '#members';
import { PublicationsModule } from '#publications';
import { RegionsModule } from '#regions';
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
  imports: [MembersModule, PublicationsModule, RegionsModule],
  controllers: [ImportsController],
  providers: [
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
