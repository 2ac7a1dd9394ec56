import 'reflect-metadata';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Clock, type Ids, readConfig } from '#platform';
import { persistence } from '../../apps/hub/src/persistence.js';
import { createHub } from '../../apps/hub/src/server.js';
import { preparedDatabase } from './database.js';

export interface TestHub {
  readonly app: NestFastifyApplication;
  /** Where it listens: `http://127.0.0.1:PORT`. */
  readonly url: string;
  close(): Promise<void>;
}

export interface TestHubOptions {
  /** Further variables of the configuration. */
  readonly env?: Record<string, string>;
  readonly clock?: Clock;
  readonly ids?: Ids;
}

/** A whole hub in this process, listening on a free port, on an empty database of the engine under test. */
export async function startHub({ env = {}, ...parts }: TestHubOptions = {}): Promise<TestHub> {
  const place = await preparedDatabase(persistence);
  const { database } = place;
  const where =
    database.dialect === 'sqlite'
      ? { WATCHFIRE_DATA_DIR: join(database.file, '..') }
      : { WATCHFIRE_DATABASE_URL: database.url };
  const config = readConfig({ NODE_ENV: 'test', PORT: '0', WATCHFIRE_DEMO: 'off', ...where, ...env });
  const app = await createHub({ config, ...parts });
  await app.listen(0, '127.0.0.1');
  return {
    app,
    url: await app.getUrl(),
    close: async () => {
      await app.close();
      await place.remove();
    },
  };
}
