import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditModule } from '#audit';
import { IdentityModule } from '#identity';
import { ImportsModule } from '#imports';
import { MembersModule } from '#members';
import { type Config, PlatformModule } from '#platform';
import { PublicationsModule } from '#publications';
import { RegionsModule } from '#regions';
import { persistence } from '../../../apps/hub/src/persistence.js';

/** The way in on a database, without the hub around it. */
export async function openIntake(
  config: Config,
): Promise<{ app: INestApplicationContext; close(): Promise<void> }> {
  class Intake {}
  const imports = [
    PlatformModule.forRoot({ config, ...persistence }),
    ...[AuditModule, RegionsModule, MembersModule, IdentityModule, PublicationsModule, ImportsModule],
  ];
  const app = await NestFactory.createApplicationContext(
    { module: Intake, imports },
    { logger: ['error', 'warn'] },
  );
  return { app, close: () => app.close() };
}
