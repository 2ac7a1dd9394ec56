import type { Define } from '../../cli.js';
import { define as contact } from './contact.js';
import { define as inviteAll } from './invite-all.js';
import { define as list } from './list.js';
import { define as reinstate } from './reinstate.js';
import { define as resetPassword } from './reset-password.js';
import { define as roles } from './roles.js';
import { define as show } from './show.js';
import { define as suspend } from './suspend.js';

export const define: Define = (command, act) => {
  command.description(
    "A member's people. A person is given by id, by name or e-mail address at your own member, or as 'Member: Name'.",
  );
  list(command.command('list'), act);
  inviteAll(command.command('invite-all'), act);
  show(command.command('show'), act);
  roles(command.command('roles'), act);
  contact(command.command('contact'), act);
  suspend(command.command('suspend'), act);
  reinstate(command.command('reinstate'), act);
  resetPassword(command.command('reset-password'), act);
};
