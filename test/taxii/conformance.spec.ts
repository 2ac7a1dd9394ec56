import { filtering } from './sections/filtering.js';
import { objects } from './sections/objects.js';
import { requests } from './sections/requests.js';
import { rootsAndCollections } from './sections/roots-and-collections.js';
import { ConformanceHub } from './told.js';

/** Rules of TAXII 2.1 that a server must keep, by the section that says so. */
describe('TAXII 2.1', () => {
  const hub = new ConformanceHub();
  beforeAll(() => hub.open(), 60_000);
  afterAll(() => hub.taxii.close());

  requests(hub);
  filtering(hub);
  rootsAndCollections(hub);
  objects(hub);
});
