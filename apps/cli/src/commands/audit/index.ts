import type { Define } from '../../cli.js';
import { define as list } from './list.js';
import { define as verify } from './verify.js';

export const define: Define = (command, act) => {
  command.description('The audit log: append-only, each entry chained to the one before. For auditors.');
  list(command.command('list'), act);
  verify(command.command('verify'), act);
};
