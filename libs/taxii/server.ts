import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { CONFIG, type Config } from '#platform';
import { API_ROOTS, type ApiRoot } from './collections/api-roots.js';
import { Collections } from './collections/collections.js';
import { addObjects } from './endpoints/add-objects.js';
import { apiRoot } from './endpoints/api-root.js';
import { collection, collections } from './endpoints/collections.js';
import { deleteObject } from './endpoints/delete-object.js';
import { discovery } from './endpoints/discovery.js';
import type { Endpoint } from './endpoints/endpoint.js';
import { manifest } from './endpoints/manifest.js';
import { object } from './endpoints/object.js';
import { objects } from './endpoints/objects.js';
import { status } from './endpoints/status.js';
import { versions } from './endpoints/versions.js';
import { type Answer, notThere } from './protocol/answer.js';
import { readQuery } from './protocol/query.js';
import { ReadObjects } from './reading/read-objects.js';
import { RenderObjects } from './reading/render.js';
import { AddObjects } from './writing/add-objects.js';
import { DeleteObject } from './writing/delete-object.js';
import { Statuses } from './writing/statuses.js';

/** A request as it came in, once it is known who asks. */
export interface Incoming {
  readonly caller: Principal;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: string;
}

/** The endpoints of TAXII 2.1, in the order of its sections. */
@Injectable()
export class TaxiiServer {
  readonly endpoints: readonly Endpoint[];

  constructor(
    private readonly all: Collections,
    reading: ReadObjects,
    rendering: RenderObjects,
    adding: AddObjects,
    deleting: DeleteObject,
    statuses: Statuses,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.endpoints = [
      apiRoot,
      status(statuses),
      collections(all),
      collection,
      manifest(reading),
      objects(reading, rendering),
      addObjects(adding),
      object(reading, rendering),
      deleteObject(deleting),
      versions(reading),
    ];
  }

  discovery(): Answer {
    return discovery(this.config);
  }

  /** @throws TaxiiError, Refusal */
  async answer(endpoint: Endpoint, { caller, params, query, body }: Incoming): Promise<Answer> {
    const root = rootOf(params.root);
    const named = endpoint.path.includes(':collection') ? params.collection : undefined;
    const place =
      named === undefined
        ? undefined
        : await this.all.one(caller, root, named, endpoint.writes ? 'writing' : 'reading');
    const asked = readQuery(query, endpoint.matches);
    // Without a version, DELETE means all of them: section 5.7.
    const whole = endpoint.method === 'DELETE' && !query.has('match[version]');
    return endpoint.answer({
      caller,
      root,
      collection: place as NonNullable<typeof place>,
      objectId: params.objectId ?? '',
      statusId: params.statusId ?? '',
      asked: whole ? { ...asked, versions: { all: true, first: false, last: false, exact: [] } } : asked,
      body,
    });
  }
}

function rootOf(name: string | undefined): ApiRoot {
  const root = API_ROOTS.find((one) => one.name === name);
  if (!root) throw notThere();
  return root;
}
