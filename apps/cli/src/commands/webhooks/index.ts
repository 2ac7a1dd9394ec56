import type { Define } from '../../cli.js';
import { define as create } from './create.js';
import { define as remove } from './delete.js';
import { define as deliveries } from './deliveries.js';
import { define as list } from './list.js';
import { define as replay } from './replay.js';
import { define as rotate } from './rotate.js';
import { define as test } from './test.js';
import { define as update } from './update.js';

export const define: Define = (command, act) => {
  command.description('Webhook endpoints: where releases are posted to, signed.');
  create(command.command('create'), act);
  list(command.command('list'), act);
  test(command.command('test'), act);
  deliveries(command.command('deliveries'), act);
  replay(command.command('replay'), act);
  update(command.command('update'), act);
  rotate(command.command('rotate'), act);
  remove(command.command('delete'), act);
};
