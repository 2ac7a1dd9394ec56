import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';

/**
 * Loaded into a process before its program: SIGUSR2 begins a CPU profile, and SIGUSR2 again writes it to the file of
 * WATCHFIRE_BENCH_PROFILE, readable by any tool that reads `.cpuprofile`.
 */
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.setSamplingInterval', { interval: 200 });
let running = false;

process.on('SIGUSR2', () => {
  if (!running) {
    session.post('Profiler.start');
    running = true;
    return;
  }
  session.post('Profiler.stop', (error, { profile }) => {
    if (error) throw error;
    writeFileSync(process.env.WATCHFIRE_BENCH_PROFILE ?? 'hub.cpuprofile', JSON.stringify(profile));
    process.send?.('profile written');
  });
  running = false;
});
