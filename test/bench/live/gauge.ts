import { createServer } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Loaded into a server before its program: on the port of WATCHFIRE_BENCH_GAUGE it tells how much memory the process takes once
 * garbage has been collected, and how much of a processor it has used.
 */
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

createServer((request, response) => {
  if (request.url === '/memory') for (let times = 0; times < 3; times += 1) collect();
  const { user, system } = process.cpuUsage();
  response.end(JSON.stringify({ memory: process.memoryUsage.rss(), used: (user + system) / 1000 }));
})
  .listen(Number(process.env.WATCHFIRE_BENCH_GAUGE), '127.0.0.1')
  .unref();
