import type { Define } from '../../cli.js';
import { define as set } from './set.js';
import { define as show } from './show.js';

export const define: Define = (command, act) => {
  command.description(
    'Whom of a member to ask one after another when an alert goes unanswered, and when each is on duty.',
  );
  show(command.command('show', { isDefault: true }), act);
  set(command.command('set'), act);
};
