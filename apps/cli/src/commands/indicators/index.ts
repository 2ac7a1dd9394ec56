import type { Define } from '../../cli.js';
import { define as add } from './add.js';
import { define as takeIn } from './import.js';
import { define as list } from './list.js';
import { define as revoke } from './revoke.js';

export const define: Define = (command, act) => {
  command.description('Indicators: addresses, names, digests and patterns by which something bad is known.');
  add(command.command('add'), act);
  takeIn(command.command('import'), act);
  list(command.command('list'), act);
  revoke(command.command('revoke'), act);
};
