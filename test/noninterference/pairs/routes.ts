import { ADDRESSES } from '../deeds/indicators.js';
import { LINES } from '../world/regions.js';
import { type Drawing, idOf } from './pools.js';
import type { DrawRoute } from './route.js';
import { taxiiRoutes } from './taxii-routes.js';

const KINDS = ['all', 'alerts', 'advisories', 'bulletins'];
const FORMS = ['atom', 'json'];

const region = ({ random }: Drawing): string => random.pick(Object.keys(LINES));
const publication = (drawing: Drawing): string => String(idOf('publications')(drawing));
const at = (path: string) => ({ path });

/** Plain routes that tell of the hub, or to whom a letter went; all that do not change anything are asked besides. */
const OTHERS = ['/healthz', '/readyz', '/metrics', '/.well-known/security.txt', '/mail/'];

/** Whether a route of the hub reads what is shared. */
export const readsShared = (name: string): boolean => {
  const [method, path = ''] = name.split(' ');
  if (!path.startsWith('/') || OTHERS.some((other) => path.startsWith(other))) return false;
  return method === 'GET' || path === '/indicators/look-up';
};

/** The plain routes that read what is shared, by the names under which the hub declares them. */
export const ROUTES: Readonly<Record<string, DrawRoute>> = {
  'GET /feeds/:file': ({ random }) => at(`/feeds/${random.pick(KINDS)}.${random.pick(FORMS)}`),
  'GET /feeds/:region/:file': (drawing) =>
    at(`/feeds/${region(drawing)}/${drawing.random.pick(KINDS)}.${drawing.random.pick(FORMS)}`),
  'GET /cap/index.atom': () => at('/cap/index.atom'),
  'GET /cap/:region/index.atom': (drawing) => at(`/cap/${region(drawing)}/index.atom`),
  'GET /cap/messages/:file': (drawing) => at(`/cap/messages/${publication(drawing)}.xml`),
  'GET /misp/manifest.json': () => at('/misp/manifest.json'),
  'GET /misp/:file': (drawing) => at(`/misp/${publication(drawing)}.json`),
  'GET /.well-known/csaf/provider-metadata.json': () => at('/.well-known/csaf/provider-metadata.json'),
  'GET /.well-known/csaf/white/:file': (drawing) =>
    at(
      `/.well-known/csaf/white/${drawing.random.pick(['changes.csv', 'index.txt', 'csaf-feed-tlp-white.json'])}`,
    ),
  'GET /.well-known/csaf/white/:year/:file': (drawing) =>
    at(`/.well-known/csaf/white/2026/wf-${publication(drawing)}.json`),
  'POST /indicators/look-up': ({ random }) => ({
    path: '/indicators/look-up',
    body: JSON.stringify({ values: [...random.some(ADDRESSES, 4), 'hxxp://none.test-site.ru', 'no value'] }),
  }),
  ...taxiiRoutes,
};
