import { setImmediate as yielded } from 'node:timers/promises';
import sql, { empty, type Sql } from 'sql-template-tag';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Database, ForwardMigration, type MigrationSql, type Tx, type WriteTx } from '#platform';

/** A thing with revisions, whose newest one it repeats. */
@Entity('thing')
export class Thing {
  @PrimaryColumn('text')
  id!: string;

  @Column('integer')
  revision!: number;

  @Column('text')
  writer!: string;
}

/** Written by a plain `save`. */
@Entity('mark')
export class Mark {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  writer!: string;
}

class AddLedger1790000000001 extends ForwardMigration {
  override async apply({ run }: MigrationSql): Promise<void> {
    await run(
      'CREATE TABLE thing (id TEXT PRIMARY KEY NOT NULL, revision INTEGER NOT NULL, writer TEXT NOT NULL)',
      'CREATE TABLE mark (id TEXT PRIMARY KEY NOT NULL, writer TEXT NOT NULL)',
      'CREATE TABLE thing_revision (id TEXT NOT NULL, revision INTEGER NOT NULL, writer TEXT NOT NULL, PRIMARY KEY (id, revision))',
      'CREATE TABLE entry (sequence BIGINT PRIMARY KEY NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL, writer TEXT NOT NULL)',
      'CREATE TABLE trail (sequence BIGINT PRIMARY KEY NOT NULL, writer TEXT NOT NULL)',
      ...['thing_revision', 'entry', 'trail', 'mark'].map(
        (table) => `CREATE INDEX ${table}_writer ON ${table} (writer)`,
      ),
    );
  }
}

export const ledgerSchema = { entities: [Thing, Mark], migrations: [AddLedger1790000000001] };

/** What a writer does: release a new thing, revise one, or save a plain mark. */
export type Kind = 'release' | 'revise' | 'save';

/** How many rows each kind leaves in thing_revision, entry, trail and mark together. */
export const ROWS: Record<Kind, number> = { release: 3, revise: 3, save: 2 };

export interface Job {
  readonly writer: string;
  readonly kind: Kind;
  readonly thing: string;
  /** After how many steps it throws, or none. */
  readonly failsAfter: number | null;
  /** Before which steps it lets others go first. */
  readonly pauses: readonly boolean[];
}

export class RolledBack extends Error {}

/** Does the job in one transaction. @throws RolledBack when it is one that fails */
export async function work(database: Database, job: Job): Promise<void> {
  const { writer } = job;
  await database.write(async (tx) => {
    let step = 0;
    const next = async () => {
      if (step === job.failsAfter) throw new RolledBack();
      if (job.pauses[step]) await yielded();
      step += 1;
    };
    // The trail is one for all and is taken last, as the audit log is.
    tx.beforeCommit(async (last) => {
      await next();
      const sequence = await last.nextSequence('trail');
      await next();
      await last.execute(sql`INSERT INTO trail (sequence, writer) VALUES (${sequence}, ${writer})`);
    });
    await next();
    if (job.kind === 'save') {
      await tx.manager.save(Mark, { id: writer, writer });
      return;
    }
    const revision = job.kind === 'release' ? 1 : (await revisionOf(tx, job.thing)) + 1;
    await next();
    await tx.manager.save(Thing, { id: job.thing, revision, writer });
    await next();
    await database.write((inner) =>
      inner.execute(
        sql`INSERT INTO thing_revision (id, revision, writer) VALUES (${job.thing}, ${revision}, ${writer})`,
      ),
    );
    await next();
    const sequence = await tx.nextSequence('entry');
    await next();
    await tx.execute(
      sql`INSERT INTO entry (sequence, id, revision, writer) VALUES (${sequence}, ${job.thing}, ${revision}, ${writer})`,
    );
  });
}

async function revisionOf(tx: WriteTx, id: string): Promise<number> {
  const [row] = await tx.rows<{ revision: number }>(
    sql`SELECT revision FROM thing WHERE id = ${id} ${tx.forUpdate}`,
  );
  if (!row) throw new Error(`There is no ${id}.`);
  return row.revision;
}

/** Things that do not fit their newest revision, or whose revisions have gaps; there must never be one. */
export const torn = (tx: Tx, only: Sql = empty): Promise<unknown[]> =>
  tx.rows(sql`
    SELECT thing.id, thing.revision, thing.writer, count(r.id) AS many, max(r.revision) AS newest
    FROM thing LEFT JOIN thing_revision r ON r.id = thing.id ${only}
    GROUP BY thing.id, thing.revision, thing.writer
    HAVING count(r.id) <> thing.revision OR max(r.revision) <> thing.revision
      OR max(CASE WHEN r.revision = thing.revision THEN r.writer END) <> thing.writer`);

/** How many rows each writer has left. */
export async function rowsByWriter(tx: Tx, only: Sql = empty): Promise<Map<string, number>> {
  const rows = await tx.rows<{ writer: string; many: number }>(sql`
    SELECT writer, count(*) AS many FROM (
      SELECT writer FROM thing_revision ${only} UNION ALL SELECT writer FROM entry ${only}
      UNION ALL SELECT writer FROM trail ${only} UNION ALL SELECT writer FROM mark ${only}
    ) AS everything GROUP BY writer`);
  return new Map(rows.map(({ writer, many }) => [writer, many]));
}

/** Numbers of a log after a cursor, as a reader that follows it asks for them. */
export async function after(tx: Tx, cursor: number): Promise<number[]> {
  const rows = await tx.rows<{ sequence: number }>(
    sql`SELECT sequence FROM entry WHERE sequence > ${cursor} ORDER BY sequence LIMIT 50`,
  );
  return rows.map((row) => row.sequence);
}
