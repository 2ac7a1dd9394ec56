import type { Define } from '../../cli.js';
import { define as create } from './create.js';
import { define as remove } from './delete.js';
import { define as list } from './list.js';

export const define: Define = (command, act) => {
  command.description('Subscriptions: what your inbox asks for.');
  create(command.command('create'), act);
  list(command.command('list'), act);
  remove(command.command('delete'), act);
};
