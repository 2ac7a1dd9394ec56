import type { Define } from '../../cli.js';
import { define as dead } from './dead.js';
import { define as health } from './health.js';
import { define as replay } from './replay.js';

export const define: Define = (command, act) => {
  command.description('How delivery does on the hub, for its operators, and what was given up.');
  health(command.command('health', { isDefault: true }), act);
  dead(command.command('dead'), act);
  replay(command.command('replay'), act);
};
