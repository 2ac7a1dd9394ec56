import type { Define } from '../../cli.js';
import { define as remove } from './delete.js';
import { define as list } from './list.js';
import { define as show } from './show.js';

export const define: Define = (command, act) => {
  command.description('Templates to begin a publication from.');
  list(command.command('list'), act);
  show(command.command('show'), act);
  remove(command.command('delete'), act);
};
