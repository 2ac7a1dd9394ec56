import type { Define } from '../../cli.js';
import { define as add } from './add.js';
import { define as close } from './close.js';
import { define as create } from './create.js';
import { define as list } from './list.js';
import { define as remove } from './remove.js';
import { define as rename } from './rename.js';
import { define as show } from './show.js';

export const define: Define = (command, act) => {
  command.description(
    'Sharing groups: named sets of members, known to their own members only. Coordinators run them.',
  );
  list(command.command('list'), act);
  show(command.command('show'), act);
  create(command.command('create'), act);
  rename(command.command('rename'), act);
  add(command.command('add'), act);
  remove(command.command('remove'), act);
  close(command.command('close'), act);
};
