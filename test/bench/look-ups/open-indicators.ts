import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditModule } from '#audit';
import { IdentityModule } from '#identity';
import { IndicatorsModule } from '#indicators';
import { MembersModule } from '#members';
import { type Config, PlatformModule } from '#platform';
import { PublicationsModule } from '#publications';
import { RegionsModule } from '#regions';
import { persistence } from '../../../apps/hub/src/persistence.js';

/** Indicators on a database, without the hub around them. */
export function openIndicators(config: Config): Promise<INestApplicationContext> {
  class Looking {}
  const imports = [
    PlatformModule.forRoot({ config, ...persistence }),
    ...[AuditModule, RegionsModule, MembersModule, IdentityModule, PublicationsModule, IndicatorsModule],
  ];
  return NestFactory.createApplicationContext({ module: Looking, imports }, { logger: ['error', 'warn'] });
}
