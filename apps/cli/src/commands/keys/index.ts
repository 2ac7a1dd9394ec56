import type { Define } from '../../cli.js';
import { define as create } from './create.js';
import { define as list } from './list.js';
import { define as revoke } from './revoke.js';

export const define: Define = (command, act) => {
  command.description(
    'API keys for programs: for WATCHFIRE_API_KEY. A key carries reading and publishing, never managing.',
  );
  create(command.command('create'), act);
  list(command.command('list'), act);
  revoke(command.command('revoke'), act);
};
