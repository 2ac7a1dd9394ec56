import 'reflect-metadata';
import { ConfigError, readConfig } from '#platform';
import { refuseDemoInProduction } from './demo/refuse-demo.js';
import { greeting } from './greeting.js';
import { createHub } from './server.js';

const STOP_WITHIN = 20_000;

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const hub = await createHub({ config });
  await refuseDemoInProduction(hub, config);
  await hub.listen(config.port, config.host);

  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    console.log(`\n${signal}: finishing what is under way ...`);
    setTimeout(() => process.exit(1), STOP_WITHIN).unref();
    await hub.close();
    console.log('Stopped.');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);

  console.log(await greeting(config, hub));
}

try {
  await start();
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
