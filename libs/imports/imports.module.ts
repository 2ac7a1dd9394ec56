import { Module } from '@nestjs/common';
import { MembersModule } from '#members';
import { PublicationsModule } from '#publications';
import { RegionsModule } from '#regions';
import { ImportDocuments } from './import-documents.js';
import { ImportsController } from './imports.controller.js';
import { Originals } from './originals.js';
import { TakeBundle } from './stix/take-bundle.js';
import { TakeIn } from './take-in.js';

@Module({
  imports: [MembersModule, PublicationsModule, RegionsModule],
  controllers: [ImportsController],
  providers: [ImportDocuments, Originals, TakeBundle, TakeIn],
  exports: [ImportDocuments, Originals],
})
export class ImportsModule {}
