import {
  type DynamicModule,
  Global,
  Inject,
  Logger,
  Module,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Clock, SystemClock } from './clock.js';
import type { Config } from './config/config.js';
import { Database, type DatabaseOptions } from './database/database.js';
import { Ids, RandomIds } from './ids.js';
import { Keyring } from './keyring.js';
import { NETWORKS, Networks } from './outgoing/networks.js';
import { Seal } from './seal.js';
import { openKeyring } from './secrets.js';
import { Wakeups } from './wakeups.js';
import { Foreground } from './work/foreground.js';

/** The token of the `Config`. */
export const CONFIG = Symbol('CONFIG');

/** The networks to which the hub may connect for others, for the modules that do. */
export const NETWORKS_PROVIDER = {
  provide: NETWORKS,
  useFactory: ({ webhookNetworks }: Config) => new Networks(webhookNetworks),
  inject: [CONFIG],
};

export interface PlatformOptions extends Omit<DatabaseOptions, 'config'> {
  readonly config: Config;
  readonly clock?: Clock;
  readonly ids?: Ids;
}

/**
 * Gives every module the configuration, the database (opened and migrated), the clock, ids, wake-ups and keys. It closes the
 * database in `onApplicationShutdown`; whoever writes in the background stops in `onModuleDestroy` or
 * `beforeApplicationShutdown`, which come earlier.
 */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  static forRoot(options: PlatformOptions): DynamicModule {
    const { config } = options;
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: Clock, useValue: options.clock ?? new SystemClock() },
      { provide: Ids, useValue: options.ids ?? new RandomIds() },
      { provide: Database, useFactory: () => openMigrated(options) },
      { provide: Wakeups, useFactory: (database: Database) => database.wakeups, inject: [Database] },
      { provide: Foreground, useValue: new Foreground() },
      {
        provide: Keyring,
        useFactory: (database: Database) => openKeyring(config, database),
        inject: [Database],
      },
      { provide: Seal, useFactory: (keyring: Keyring) => new Seal(keyring), inject: [Keyring] },
    ];
    return { module: PlatformModule, providers, exports: providers.map(({ provide }) => provide) };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

async function openMigrated(options: DatabaseOptions): Promise<Database> {
  const logger = new Logger('Database');
  const database = await Database.open({ report: (error) => logger.error(error), ...options });
  try {
    await database.migrate();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
