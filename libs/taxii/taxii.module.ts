import { Module } from '@nestjs/common';
import { ExportsModule } from '#exports';
import { IndicatorsModule } from '#indicators';
import { MembersModule } from '#members';
import { workerOf } from '#platform';
import { PublicationsModule } from '#publications';
import { RegionsModule } from '#regions';
import { Collections } from './collections/collections.js';
import { FollowReleases } from './follow/follow-releases.js';
import { FindObjects } from './reading/find.js';
import { ReadObjects } from './reading/read-objects.js';
import { RenderObjects } from './reading/render.js';
import { TaxiiServer } from './server.js';
import { AddObjects } from './writing/add-objects.js';
import { DeleteObject } from './writing/delete-object.js';
import { Statuses } from './writing/statuses.js';

const SECOND = 1_000;

@Module({
  imports: [ExportsModule, IndicatorsModule, MembersModule, PublicationsModule, RegionsModule],
  providers: [
    AddObjects,
    Collections,
    DeleteObject,
    FindObjects,
    workerOf(FollowReleases, {
      every: SECOND,
      wokenBy: 'release',
      everywhere: true,
      failure: 'A release could not be written into the log of objects; it is tried again.',
    }),
    FollowReleases,
    ReadObjects,
    RenderObjects,
    Statuses,
    TaxiiServer,
  ],
  exports: [FollowReleases, TaxiiServer],
})
export class TaxiiModule {}
