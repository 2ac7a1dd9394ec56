import { Module } from '@nestjs/common';
import { MembersModule } from '#members';
import { PublicationsModule } from '#publications';
import { RegionsModule } from '#regions';
import { Outgoings } from './outgoing.js';

@Module({
  imports: [MembersModule, PublicationsModule, RegionsModule],
  providers: [Outgoings],
  exports: [Outgoings],
})
export class ExportsModule {}
