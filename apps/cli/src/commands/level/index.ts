import type { Define } from '../../cli.js';
import { define as history } from './history.js';
import { define as set } from './set.js';
import { define as show } from './show.js';

export const define: Define = (command, act) => {
  command.description('Alert levels of regions.');
  show(command.command('show'), act);
  history(command.command('history'), act);
  set(command.command('set'), act);
};
