import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import sql from 'sql-template-tag';
import { Webhook } from 'standardwebhooks';
import { ManageEndpoints, ReadEndpoints } from '#delivery';
import type { TestDatabase } from '../support/database.js';
import { type Answering, type Receiver, startReceiver } from '../support/webhook-receiver.js';
import { Community, hubOn, openHubDatabase } from './hub.js';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Longer than each wait of the schedule with its jitter. */
export const WAITS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  DAY,
];

/** What is posted, as it is promised. */
export const conforms = new Ajv({ strict: false, allErrors: true }).compile(
  JSON.parse(readFileSync('schema/webhook.v1.schema.json', 'utf8')),
);

export interface Made {
  readonly id: string;
  readonly secret: string;
  readonly path: string;
  readonly personId: string;
}

/** A community with endpoints on a real receiver, each post of which is held to what is promised, made anew for each file. */
export function webhookStage() {
  let opened: TestDatabase;
  let hub: Awaited<ReturnType<typeof hubOn>>;
  let community: Community;
  let receiver: Receiver;
  const answers = new Map<string, Answering>();
  let paths = 0;

  let county: string;
  let releaser: string;
  let clerk: string;
  let coordinator: string;

  beforeAll(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
    hub.clock.set(new Date());
    community = new Community(hub);
    receiver = await startReceiver((posted, response) => {
      const answer = answers.get(posted.path);
      return answer ? answer(posted, response) : 204;
    });
    const wisconsin = await community.member('STATE', '55');
    releaser = await community.person(wisconsin, 'RELEASER', 'COORDINATOR');
    county = await community.member('LOCAL', '55025');
    clerk = await community.person(county, 'VIEWER');
    coordinator = await community.person(county, 'COORDINATOR');
  });
  afterAll(async () => {
    for (const { body } of receiver.posted) {
      expect(conforms(JSON.parse(body)) || conforms.errors).toBe(true);
    }
    await hub.app.close();
    await receiver.close();
    await opened.close();
  });
  beforeEach(() => {
    hub.clock.set(new Date());
  });

  async function endpoint(
    personId: string,
    given: { owner?: 'PERSON' | 'MEMBER'; interest?: object; url?: string; answer?: Answering } = {},
  ): Promise<Made> {
    paths += 1;
    const path = `/hook/${paths}`;
    const { answer, ...input } = given;
    if (answer) answers.set(path, answer);
    const me = await community.as(personId);
    const made = await hub
      .get(ManageEndpoints)
      .create(me, { name: `Hook ${paths}`, url: receiver.url + path, ...input });
    return { id: made.id, secret: made.secret ?? '', path, personId };
  }

  async function deliver(): Promise<void> {
    await hub.planner.catchUp();
    await hub.worker.drained();
  }

  const later = async (milliseconds: number): Promise<void> => {
    hub.clock.advance(milliseconds);
    await hub.worker.drained();
  };

  /** What was posted to an endpoint, each found genuine by the official library. */
  const got = ({ path, secret }: Made) =>
    receiver.at(path).map(({ headers, body }) => ({
      id: headers['webhook-id'],
      event: new Webhook(secret).verify(body, headers as Record<string, string>) as {
        type: string;
        data: { publication: Record<string, unknown> };
      },
    }));

  const ledger = async ({ id, personId }: Made) => {
    const page = await hub.get(ReadEndpoints).deliveries(await community.as(personId), id, { first: 100 });
    return page.edges.map(({ node }) => node);
  };
  const state = async ({ id, personId }: Made) =>
    hub.get(ReadEndpoints).get(await community.as(personId), id);
  const rows = ({ id }: Made) =>
    hub.database.read((tx) =>
      tx.rows<{ state: string; cause: string | null }>(
        sql`SELECT state, cause FROM delivery WHERE address = ${id} ORDER BY sequence`,
      ),
    );

  return {
    get opened() {
      return opened;
    },
    get hub() {
      return hub;
    },
    get community() {
      return community;
    },
    get receiver() {
      return receiver;
    },
    get paths() {
      return paths;
    },
    get county() {
      return county;
    },
    get releaser() {
      return releaser;
    },
    get clerk() {
      return clerk;
    },
    get coordinator() {
      return coordinator;
    },
    answers,
    later,
    got,
    ledger,
    state,
    rows,
    endpoint,
    deliver,
  };
}
