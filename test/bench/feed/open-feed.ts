import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AuditModule } from '#audit';
import { IdentityModule } from '#identity';
import { MembersModule } from '#members';
import { type Config, PlatformModule } from '#platform';
import { Feed, PublicationsModule } from '#publications';
import { RegionsModule } from '#regions';
import { persistence } from '../../../apps/hub/src/persistence.js';

export interface OpenFeed {
  readonly feed: Feed;
  close(): Promise<void>;
}

/** The publications library on a database, without the hub around it. */
export async function openFeed(config: Config): Promise<OpenFeed> {
  class Reading {}
  const imports = [
    PlatformModule.forRoot({ config, ...persistence }),
    AuditModule,
    RegionsModule,
    MembersModule,
    IdentityModule,
    PublicationsModule,
  ];
  const app = await NestFactory.createApplicationContext(
    { module: Reading, imports },
    { logger: ['error', 'warn'] },
  );
  return { feed: app.get(Feed, { strict: false }), close: () => app.close() };
}
