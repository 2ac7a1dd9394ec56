import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ConfigError, loggerOf, readConfig } from '#platform';
import { WorkerModule } from './worker.module.js';

const STOP_WITHIN = 20_000;

async function start(): Promise<void> {
  const config = { ...readConfig(process.env), worker: true };
  if (config.database.dialect !== 'postgres') {
    throw new ConfigError([
      {
        variable: 'WATCHFIRE_DATABASE_URL',
        reason: 'must be set: on SQLite there is one process, the hub, which sends by itself',
      },
    ]);
  }
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot({ config }), {
    logger: loggerOf(config),
    abortOnError: false,
  });

  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    console.log(`\n${signal}: finishing what is under way ...`);
    setTimeout(() => process.exit(1), STOP_WITHIN).unref();
    await app.close();
    console.log('Stopped.');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);

  console.log(['The Watchfire worker is up.', ...config.warnings].join('\n'));
}

try {
  await start();
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
