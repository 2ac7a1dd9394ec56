import type { Define } from '../../cli.js';
import { define as create } from './create.js';
import { define as invitations } from './invitations.js';
import { define as list } from './list.js';
import { define as reinstate } from './reinstate.js';
import { define as show } from './show.js';
import { define as suspend } from './suspend.js';

export const define: Define = (command, act) => {
  command.description('The members of the community: offices, federal partners, vendors.');
  list(command.command('list'), act);
  show(command.command('show'), act);
  invitations(command.command('invitations'), act);
  create(command.command('create'), act);
  suspend(command.command('suspend'), act);
  reinstate(command.command('reinstate'), act);
};
