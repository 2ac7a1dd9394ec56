import type { Define } from '../../cli.js';
import { define as add } from './add.js';
import { define as list } from './list.js';
import { define as poll } from './poll.js';
import { define as remove } from './remove.js';
import { define as update } from './update.js';

export const define: Define = (command, act) => {
  command.description('Collections of other TAXII servers that the hub reads, as an operator.');
  list(command.command('list'), act);
  add(command.command('add'), act);
  update(command.command('update'), act);
  poll(command.command('poll'), act);
  remove(command.command('remove'), act);
};
