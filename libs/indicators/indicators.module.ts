import { Module } from '@nestjs/common';
import { PublicationsModule } from '#publications';
import { RegionsModule } from '#regions';
import { AddIndicators } from './adding/add-indicators.js';
import { Adding } from './adding/adding.js';
import { RevokeIndicator } from './adding/revoke-indicator.js';
import { Settings } from './adding/setting.js';
import { IntakeController } from './intake/intake.controller.js';
import { TakeIn } from './intake/take-in.js';
import { FactLog } from './log/facts.js';
import { KeepObjects } from './log/keep-objects.js';
import { ObjectLog } from './log/object-log.js';
import { Indicators } from './reading/indicators.js';
import { LookUpController } from './reading/look-up.controller.js';
import { LookUp } from './reading/look-up.js';
import { PublicationParts } from './reading/publication-parts.js';
import { IndicatorResolver } from './resolvers/indicator.resolver.js';
import { LookUpResolver } from './resolvers/look-up.resolver.js';
import { PublicationResolver } from './resolvers/publication.resolver.js';
import { SightingResolver } from './resolvers/sighting.resolver.js';
import { ReadSightings } from './sightings/read-sightings.js';
import { RecordSighting } from './sightings/record-sighting.js';
import { TakeSightings } from './sightings/take-sightings.js';

const SHARED = [
  AddIndicators,
  Adding,
  FactLog,
  KeepObjects,
  Indicators,
  LookUp,
  ObjectLog,
  PublicationParts,
  RecordSighting,
  RevokeIndicator,
  Settings,
  TakeSightings,
];

@Module({
  imports: [PublicationsModule, RegionsModule],
  controllers: [IntakeController, LookUpController],
  providers: [
    ...SHARED,
    ReadSightings,
    TakeIn,
    IndicatorResolver,
    LookUpResolver,
    PublicationResolver,
    SightingResolver,
  ],
  exports: SHARED,
})
export class IndicatorsModule {}
