import sql, { bulk } from 'sql-template-tag';
import { deliveryMigrations } from '#delivery';
import { Database } from '#platform';
import { emptyDatabase, type Place } from '../support/database.js';

const BEFORE = deliveryMigrations.filter(({ name }) => Number(name.match(/\d+$/)?.[0]) < 1_796_400_000_047);
const PLANNED = '2026-11-03T12:00:00.000Z';
const DUE = '2026-11-03T12:00:05.000Z';
const LATER = '2026-11-03T13:00:00.000Z';

describe('a hub whose ledger was its queue', () => {
  let place: Place;
  const open = (migrations: typeof deliveryMigrations) =>
    Database.open({
      config: { database: place.database, requestTimeoutSeconds: 15 },
      entities: [],
      migrations,
    });

  beforeEach(async () => {
    place = await emptyDatabase();
  });
  afterEach(() => place.remove());

  it('goes on with all that was to be sent, when it was due and in whose hand, and with nothing else', async () => {
    const old = await open(BEFORE);
    await old.migrate();
    const one = (id: string, channel: string, state: string, due: string, lease: string | null = null) => [
      ...[
        id,
        channel,
        `to ${id}`,
        'member',
        'publication',
        1,
        'RELEASE',
        0,
        1,
        state,
        0,
        PLANNED,
        due,
        lease,
        lease,
      ],
    ];
    await old.write((tx) =>
      tx.execute(sql`
        INSERT INTO delivery (id, channel, address, member_id, publication_id, sequence, reason, step, urgent, state,
          tries, planned_at, due_at, leased_by, leased_until)
        VALUES ${bulk([
          one('new', 'EMAIL', 'PENDING', PLANNED),
          one('again', 'WEBHOOK', 'RETRYING', DUE),
          one('item', 'DIGEST', 'PENDING', LATER),
          one('in hand', 'WEBHOOK', 'PENDING', PLANNED, LATER),
          one('sent', 'EMAIL', 'SENT', PLANNED),
          one('dropped', 'EMAIL', 'DROPPED', PLANNED),
          one('dead', 'WEBHOOK', 'FAILED', DUE),
        ])}`),
    );
    await old.close();

    const database = await open(deliveryMigrations);
    await database.migrate();
    const [queue, dead] = await database.read(async (tx) => [
      await tx.rows(sql`SELECT * FROM delivery_queue ORDER BY delivery_id`),
      await tx.rows(sql`SELECT id FROM delivery WHERE dead = 1`),
    ]);
    await database.close();
    const queued = (delivery_id: string, channel: string, due_at: string, lease: string | null = null) => ({
      ...{ delivery_id, channel, urgent: 1, address: `to ${delivery_id}`, due_at },
      ...{ leased_by: lease, leased_until: lease },
    });
    expect(queue).toEqual([
      queued('again', 'WEBHOOK', DUE),
      queued('in hand', 'WEBHOOK', PLANNED, LATER),
      queued('item', 'DIGEST', LATER),
      queued('new', 'EMAIL', PLANNED),
    ]);
    expect(dead).toEqual([{ id: 'dead' }]);
  });
});
