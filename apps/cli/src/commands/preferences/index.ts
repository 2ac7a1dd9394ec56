import type { Define } from '../../cli.js';
import { define as set } from './set.js';
import { define as show } from './show.js';

export const define: Define = (command, act) => {
  command.description(
    'How you are reached: what comes when by e-mail and what by webhook, quiet hours, digests.',
  );
  show(command.command('show', { isDefault: true }), act);
  set(command.command('set'), act);
};
