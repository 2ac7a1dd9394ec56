import type { Random } from '../random.js';
import { LINES } from '../world/regions.js';
import { type Drawing, idOf, momentOf } from './pools.js';
import type { DrawRoute } from './route.js';

const ROOTS = ['community', 'community', 'exercises'];
const BY_KIND = ['all', 'all', 'alerts', 'advisories', 'bulletins', 'indicators'];
const TYPES = ['report', 'note', 'indicator', 'sighting', 'identity', 'location', 'vulnerability'];
const VERSIONS = ['all', 'first', 'last', 'first,last', '2026-01-01T00:00:00.000Z'];

/** What an id may stand for as an object; the hub makes the objects of a thing from its id. */
const OBJECTS = {
  report: 'publications',
  indicator: 'indicators',
  identity: 'members',
} as const;

/** A collection, of which others may not know that it is there. */
export const collectionOf = (random: Random): string =>
  random.chance(0.6)
    ? random.pick(BY_KIND)
    : `region-${random.pick([...Object.keys(LINES), '55105']).toLowerCase()}`;

export function objectOf(drawing: Drawing): string {
  const type = drawing.random.pick(Object.keys(OBJECTS) as (keyof typeof OBJECTS)[]);
  return `${type}--${idOf(OBJECTS[type])(drawing)}`;
}

const rootOf = ({ random }: Drawing): string => `/taxii2/${random.pick(ROOTS)}/`;
const within = (drawing: Drawing, rest: string): string =>
  `${rootOf(drawing)}collections/${collectionOf(drawing.random)}/${rest}`;

type Filter = 'page' | 'id' | 'type' | 'version' | 'spec_version';

/** Each filter that an endpoint has, or not. */
function query(drawing: Drawing, ...filters: Filter[]): string {
  const { random } = drawing;
  const given: Record<Filter, () => string> = {
    page: () => `limit=${random.pick([1, 2, 5, 20, 1000])}`,
    id: () => `match[id]=${objectOf(drawing)},${objectOf(drawing)}`,
    type: () => `match[type]=${random.some(TYPES, 2).join(',')}`,
    version: () => `match[version]=${random.pick(VERSIONS)}`,
    spec_version: () => `match[spec_version]=${random.pick(['2.1', '2.0', '2.0,2.1'])}`,
  };
  const often: Record<Filter, number> = { page: 0.8, id: 0.15, type: 0.3, version: 0.5, spec_version: 0.1 };
  const chosen = filters.flatMap((filter) => (random.chance(often[filter]) ? [given[filter]()] : []));
  if (random.chance(0.3)) chosen.push(`added_after=${momentOf(drawing)}`);
  return `?${chosen.join('&')}`;
}

/** Every endpoint of TAXII 2.1 that reads. */
export const taxiiRoutes: Readonly<Record<string, DrawRoute>> = {
  'GET /taxii2/': () => ({ path: '/taxii2/' }),
  'GET /taxii2/:root/': (drawing) => ({ path: rootOf(drawing) }),
  'GET /taxii2/:root/status/:statusId/': (drawing) => ({
    path: `${rootOf(drawing)}status/${idOf('publications')(drawing)}/`,
  }),
  'GET /taxii2/:root/collections/': (drawing) => ({ path: `${rootOf(drawing)}collections/` }),
  'GET /taxii2/:root/collections/:collection/': (drawing) => ({ path: within(drawing, '') }),
  'GET /taxii2/:root/collections/:collection/manifest/': (drawing) => ({
    path: within(drawing, `manifest/${query(drawing, 'page', 'id', 'type', 'version', 'spec_version')}`),
  }),
  'GET /taxii2/:root/collections/:collection/objects/': (drawing) => ({
    path: within(drawing, `objects/${query(drawing, 'page', 'id', 'type', 'version', 'spec_version')}`),
  }),
  'GET /taxii2/:root/collections/:collection/objects/:objectId/': (drawing) => ({
    path: within(
      drawing,
      `objects/${objectOf(drawing)}/${query(drawing, 'page', 'version', 'spec_version')}`,
    ),
  }),
  'GET /taxii2/:root/collections/:collection/objects/:objectId/versions/': (drawing) => ({
    path: within(drawing, `objects/${objectOf(drawing)}/versions/${query(drawing, 'page', 'spec_version')}`),
  }),
};
