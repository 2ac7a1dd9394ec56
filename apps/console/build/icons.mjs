import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const MODULE = 'virtual:icons';

/** The icons of the U.S. Web Design System that the console draws, by its own names for them. */
const ICONS = {
  account: 'account_circle',
  add: 'add',
  alert: 'error',
  back: 'arrow_back',
  campaign: 'campaign',
  check: 'check_circle',
  clock: 'schedule',
  close: 'close',
  copy: 'content_copy',
  delete: 'delete',
  down: 'expand_more',
  download: 'file_download',
  edit: 'edit',
  feed: 'list',
  filter: 'filter_list',
  forward: 'arrow_forward',
  group: 'groups',
  help: 'help',
  history: 'history',
  home: 'home',
  info: 'info',
  language: 'language',
  location: 'location_on',
  lock: 'lock',
  logout: 'logout',
  mail: 'mail',
  map: 'map',
  menu: 'menu',
  more: 'more_horiz',
  notifications: 'notifications',
  offline: 'link_off',
  people: 'people',
  print: 'print',
  public: 'public',
  search: 'search',
  security: 'security',
  settings: 'settings',
  up: 'expand_less',
  visibility: 'visibility',
  warning: 'warning',
};

function outline(folder, file) {
  const svg = readFileSync(join(folder, `${file}.svg`), 'utf8');
  const paths = [...svg.matchAll(/<path\b[^>]*?\sd="([^"]+)"[^>]*>/g)];
  return paths
    .filter(([path]) => !path.includes('fill="none"'))
    .map(([, d]) => d)
    .join(' ');
}

/** A module with the outlines of the icons in use: nothing is fetched and no markup is written into the page. */
export const icons = () => ({
  name: 'watchfire-icons',
  resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
  load(id) {
    if (id !== `\0${MODULE}`) return null;
    const sheet = createRequire(import.meta.url).resolve('@uswds/uswds/css/uswds.css');
    const folder = join(dirname(sheet), '../img/usa-icons');
    const outlines = Object.entries(ICONS).map(([name, file]) => [name, outline(folder, file)]);
    return `export default ${JSON.stringify(Object.fromEntries(outlines))};`;
  },
});
