import { ForwardMigration, type MigrationSql } from '#platform';
import { Acknowledgement } from './answers/acknowledgement.entity.js';
import { emailEntities, emailMigrations } from './email/persistence.js';
import { escalationEntities, escalationMigrations } from './escalation/persistence.js';
import { DeliveryTally } from './health/tally.entity.js';
import { InboxItem } from './inbox/inbox-item.entity.js';
import { PlanCursor } from './planning/plan-cursor.entity.js';
import { Delivery } from './queue/delivery.entity.js';
import { Queued } from './queue/queued.entity.js';
import { WebhookEndpoint } from './webhooks/endpoints/endpoint.entity.js';

export const deliveryEntities = [
  InboxItem,
  Acknowledgement,
  PlanCursor,
  Delivery,
  Queued,
  DeliveryTally,
  WebhookEndpoint,
  ...emailEntities,
  ...escalationEntities,
];

class AddDelivery1793404800007 extends ForwardMigration {
  override async apply({ run, dialect, orderedText }: MigrationSql): Promise<void> {
    const keyed = dialect === 'sqlite' ? 'WITHOUT ROWID' : '';
    await run(
      `CREATE TABLE inbox_item (
        publication_id ${orderedText} NOT NULL,
        member_id ${orderedText} NOT NULL,
        person_id ${orderedText} NOT NULL,
        because TEXT NOT NULL CHECK (because IN ('SUBSCRIPTION', 'NAMED', 'EMERGENCY', 'ANSWERED')),
        state TEXT NOT NULL CHECK (state IN ('UNREAD', 'READ', 'ACKNOWLEDGED')),
        asks INTEGER NOT NULL,
        arrived_sequence BIGINT NOT NULL,
        arrived_at TEXT NOT NULL,
        read_at TEXT,
        opened_at TEXT,
        PRIMARY KEY (publication_id, member_id, person_id)
      ) ${keyed}`,
      'CREATE INDEX inbox_item_page ON inbox_item (person_id, state, arrived_sequence)',
      'CREATE INDEX inbox_item_asking ON inbox_item (person_id, publication_id) WHERE asks = 1',
      `CREATE TABLE acknowledgement (
        publication_id ${orderedText} NOT NULL,
        member_id ${orderedText} NOT NULL,
        response TEXT NOT NULL CHECK (response IN ('ACTING', 'NOT_AFFECTED', 'NEED_HELP')),
        note TEXT,
        person_id ${orderedText} NOT NULL,
        sequence BIGINT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (publication_id, member_id)
      ) ${keyed}`,
      `CREATE TABLE plan_cursor (
        name TEXT PRIMARY KEY NOT NULL,
        sequence BIGINT NOT NULL,
        position ${orderedText} NOT NULL
      )`,
      `INSERT INTO plan_cursor (name, sequence, position) VALUES ('inbox', 0, '')`,
    );
  }
}

class AddDeliveries1795478400000 extends ForwardMigration {
  override async apply({ run, dialect, orderedText }: MigrationSql): Promise<void> {
    // PostgreSQL writes a changed row beside the old one, without touching the indexes, where the page has room for it.
    const roomy = dialect === 'postgres' ? 'WITH (fillfactor = 60)' : '';
    await run(
      `CREATE TABLE delivery (
        id ${orderedText} PRIMARY KEY NOT NULL,
        channel ${orderedText} NOT NULL CHECK (channel IN ('EMAIL', 'WEBHOOK', 'DIGEST')),
        address ${orderedText} NOT NULL,
        person_id ${orderedText},
        member_id ${orderedText} NOT NULL,
        publication_id ${orderedText} NOT NULL,
        sequence BIGINT NOT NULL,
        reason TEXT NOT NULL CHECK (reason IN ('RELEASE', 'REMINDER', 'ESCALATION', 'DIGEST', 'NOTICE', 'TEST')),
        step BIGINT NOT NULL,
        carries TEXT,
        urgent INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('PENDING', 'RETRYING', 'SENT', 'FAILED', 'DROPPED')),
        tries INTEGER NOT NULL,
        planned_at TEXT NOT NULL,
        due_at ${orderedText} NOT NULL,
        leased_by TEXT,
        leased_until TEXT,
        tried_at TEXT,
        cause TEXT,
        said TEXT
      ) ${roomy}`,
      `CREATE UNIQUE INDEX delivery_once ON delivery
        (publication_id, sequence, channel, address, reason, step)`,
      `CREATE INDEX delivery_waiting ON delivery (channel, urgent, due_at, address)
        WHERE state IN ('PENDING', 'RETRYING')`,
    );
  }
}

class AddWebhooks1795478400001 extends ForwardMigration {
  override async apply({ run, orderedText }: MigrationSql): Promise<void> {
    await run(
      `CREATE TABLE webhook_endpoint (
        id ${orderedText} PRIMARY KEY NOT NULL,
        owner TEXT NOT NULL CHECK (owner IN ('PERSON', 'MEMBER')),
        person_id ${orderedText},
        member_id ${orderedText} NOT NULL,
        name TEXT NOT NULL,
        url TEXT NOT NULL,
        interest TEXT,
        secret TEXT NOT NULL,
        previous_secret TEXT,
        previous_until TEXT,
        state TEXT NOT NULL CHECK (state IN ('ACTIVE', 'DISABLED')),
        disabled_because TEXT CHECK (disabled_because IN ('FAILING', 'GONE', 'OWNER')),
        disabled_at TEXT,
        failing_since TEXT,
        failures INTEGER NOT NULL,
        last_failure TEXT,
        held_until TEXT,
        last_success_at TEXT,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        CHECK ((owner = 'PERSON') = (person_id IS NOT NULL))
      )`,
      'CREATE INDEX webhook_endpoint_member ON webhook_endpoint (member_id, person_id)',
      `CREATE INDEX delivery_of_endpoint ON delivery (address, planned_at, id) WHERE channel = 'WEBHOOK'`,
    );
  }
}

class AddDeliveryTally1795478400002 extends ForwardMigration {
  override async apply({ run, dialect, orderedText }: MigrationSql): Promise<void> {
    await run(
      `CREATE TABLE delivery_tally (
        minute ${orderedText} NOT NULL,
        channel TEXT NOT NULL,
        state TEXT NOT NULL,
        cause TEXT NOT NULL,
        worker TEXT NOT NULL,
        count BIGINT NOT NULL,
        PRIMARY KEY (minute, channel, state, cause, worker)
      ) ${dialect === 'sqlite' ? 'WITHOUT ROWID' : ''}`,
      `CREATE INDEX delivery_dead ON delivery (channel) WHERE state = 'FAILED'`,
    );
  }
}

class OrderDeadLetters1796300000002 extends ForwardMigration {
  override async apply({ run }: MigrationSql): Promise<void> {
    await run(`CREATE INDEX delivery_dead_latest ON delivery (planned_at, id) WHERE state = 'FAILED'`);
  }
}

class MakeRoomForLeases1796400000043 extends ForwardMigration {
  override async apply({ run, dialect }: MigrationSql): Promise<void> {
    // Each row is written anew for its lease: with this much room there is always some for that on the row's own page.
    if (dialect === 'postgres') await run('ALTER TABLE delivery SET (fillfactor = 45)');
  }
}

class SeparateQueue1796400000047 extends ForwardMigration {
  override async apply({ run, dialect, orderedText }: MigrationSql): Promise<void> {
    await run(
      `CREATE TABLE delivery_queue (
        delivery_id ${orderedText} PRIMARY KEY NOT NULL,
        channel ${orderedText} NOT NULL,
        urgent INTEGER NOT NULL,
        address ${orderedText} NOT NULL,
        due_at ${orderedText} NOT NULL,
        leased_by TEXT,
        leased_until TEXT
      ) ${dialect === 'postgres' ? 'WITH (fillfactor = 40)' : ''}`,
      `INSERT INTO delivery_queue (delivery_id, channel, urgent, address, due_at, leased_by, leased_until)
        SELECT id, channel, urgent, address, due_at, leased_by, leased_until FROM delivery
        WHERE state IN ('PENDING', 'RETRYING')`,
      'CREATE INDEX delivery_queue_due ON delivery_queue (channel, urgent, due_at)',
      'CREATE INDEX delivery_queue_address ON delivery_queue (address)',
      'DROP INDEX delivery_waiting',
      'DROP INDEX delivery_digest',
      'DROP INDEX delivery_dead',
      'DROP INDEX delivery_dead_latest',
      ...['due_at', 'leased_by', 'leased_until'].map((name) => `ALTER TABLE delivery DROP COLUMN ${name}`),
      `ALTER TABLE delivery ADD COLUMN dead INTEGER NOT NULL
        GENERATED ALWAYS AS (CASE WHEN state = 'FAILED' THEN 1 ELSE 0 END) ${dialect === 'sqlite' ? 'VIRTUAL' : 'STORED'}`,
      'CREATE INDEX delivery_dead ON delivery (channel) WHERE dead = 1',
      'CREATE INDEX delivery_dead_latest ON delivery (planned_at, id) WHERE dead = 1',
    );
  }
}

export const deliveryMigrations = [
  AddDelivery1793404800007,
  AddDeliveries1795478400000,
  AddWebhooks1795478400001,
  AddDeliveryTally1795478400002,
  ...emailMigrations,
  ...escalationMigrations,
  OrderDeadLetters1796300000002,
  MakeRoomForLeases1796400000043,
  SeparateQueue1796400000047,
];
