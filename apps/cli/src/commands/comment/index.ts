import type { Define } from '../../cli.js';
import { define as list } from './list.js';
import { define as post } from './post.js';
import { define as remove } from './remove.js';
import { define as withdraw } from './withdraw.js';

export const define: Define = (command, act) => {
  command.description('Comments on a publication, among those who may see it.');
  list(command.command('list'), act);
  post(command.command('post'), act);
  withdraw(command.command('withdraw'), act);
  remove(command.command('remove'), act);
};
