import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { AuditModule } from '#audit';
import { MembersModule } from '#members';
import { type Clock, type Config, PlatformModule, readConfig } from '#platform';
import { DemoModule } from '../../apps/hub/src/demo/demo.module.js';
import { PastClock } from '../../apps/hub/src/demo/past-clock.js';
import { persistence } from '../../apps/hub/src/persistence.js';
import { emptyDatabase } from '../support/database.js';

export interface DemoPlace {
  readonly config: Config;
  /** Opens what the demo needs of a hub on this database; each call as another process would. */
  open(clock?: Clock): Promise<TestingModule>;
  remove(): Promise<void>;
}

/** A new database and a data folder, in which nothing is seeded yet. */
export async function demoPlace(): Promise<DemoPlace> {
  const place = await emptyDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'watchfire-demo-'));
  const config: Config = {
    ...readConfig({ NODE_ENV: 'test', PORT: '0', WATCHFIRE_DEMO: 'off', WATCHFIRE_DATA_DIR: folder }),
    database: place.database,
  };
  return {
    config,
    open: (clock = new PastClock()) =>
      Test.createTestingModule({
        imports: [
          PlatformModule.forRoot({ config, clock, ...persistence }),
          AuditModule,
          MembersModule,
          DemoModule,
        ],
      }).compile(),
    remove: async () => {
      await place.remove();
      await rm(folder, { recursive: true });
    },
  };
}
