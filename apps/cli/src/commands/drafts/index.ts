import type { Define } from '../../cli.js';
import { define as discard } from './discard.js';
import { define as list } from './list.js';
import { define as release } from './release.js';
import { define as sendBack } from './return.js';
import { define as show } from './show.js';
import { define as unschedule } from './unschedule.js';

export const define: Define = (command, act) => {
  command.description("Your member's drafts and, for hub analysts, those that wait for review.");
  list(command.command('list'), act);
  show(command.command('show'), act);
  release(command.command('release'), act);
  unschedule(command.command('unschedule'), act);
  sendBack(command.command('return'), act);
  discard(command.command('discard'), act);
};
