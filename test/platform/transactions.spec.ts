import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { isUniqueViolation, notFound, TransactionOverError } from '#platform';
import { addNote as add, Note, noteIds, noteStage } from './notes.js';

const stage = noteStage();
const { committed } = stage;

describe('a write', () => {
  it('is there whole when it returns, and not at all when it throws', async () => {
    const { database } = stage.opened;
    const result = await database.write(async (tx) => {
      await add(tx, 'a');
      await tx.manager.getRepository(Note).save({ id: 'b', number: 2 });
      await tx.execute(sql`INSERT INTO note (id, number) VALUES ('c', 3)`);
      return 'result';
    });
    const failing = database.write(async (tx) => {
      await add(tx, 'd');
      throw notFound();
    });
    await expect(failing).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(result).toBe('result');
    expect(await committed()).toEqual(['a', 'b', 'c']);
  });

  it('is seen by itself before the commit, and by nobody else', async () => {
    const { database } = stage.opened;
    let [wrote, look] = [() => {}, () => {}];
    const written = new Promise<void>((resolve) => (wrote = resolve));
    const looked = new Promise<void>((resolve) => (look = resolve));
    const writing = database.write(async (tx) => {
      await add(tx, 'a');
      expect(await noteIds(tx)).toEqual(['a']);
      expect(await tx.rows(sql`SELECT id FROM note`)).toEqual([{ id: 'a' }]);
      expect(await database.read(noteIds)).toEqual(['a']);
      wrote();
      await looked;
    });
    await written;
    expect(await committed()).toEqual([]);
    expect(await database.read((tx) => tx.rows(sql`SELECT id FROM note`))).toEqual([]);
    look();
    await writing;
    expect(await committed()).toEqual(['a']);
  });

  it('keeps nobody from the process who writes again and again', async () => {
    let came = false;
    setImmediate(() => {
      came = true;
    });
    for (const id of ['a', 'b', 'c']) await stage.opened.database.write((tx) => add(tx, id));
    expect(came).toBe(true);
  });

  it('counts what it changed', async () => {
    await stage.opened.database.write(async (tx) => {
      for (const id of ['a', 'b', 'c']) await add(tx, id);
      expect(await tx.execute(sql`UPDATE note SET number = 7 WHERE id <> ${'a'}`)).toBe(2);
      expect(await tx.execute(sql`DELETE FROM note WHERE id = 'none'`)).toBe(0);
      expect(await tx.execute(sql`INSERT INTO note (id, number) VALUES ('d', 4) RETURNING id`)).toBe(1);
    });
  });

  it('binds values alike on both engines', async () => {
    const time = new Date('2026-11-03T12:00:00Z');
    await stage.opened.database
      .write(async (tx) => {
        await tx.execute(sql`INSERT INTO note (id, number) VALUES (${time}, ${true})`);
        await expect(tx.rows(sql`SELECT ${undefined} AS nothing`)).rejects.toThrow('undefined');
      })
      .catch(() => {});
    expect(await committed()).toEqual([]);
    await stage.opened.database.write((tx) =>
      tx.execute(sql`INSERT INTO note (id, number) VALUES (${time}, ${true})`),
    );
    const rows = await stage.opened.database.read((tx) =>
      tx.rows(
        sql`SELECT id, number, (SELECT count(*) FROM note) AS many, (SELECT sum(number) FROM note) AS total FROM note`,
      ),
    );
    expect(rows).toEqual([{ id: '2026-11-03T12:00:00.000Z', number: 1, many: 1, total: 1 }]);
  });

  it('tells a second row with the same key from other failures', async () => {
    const { database } = stage.opened;
    await database.write((tx) => add(tx, 'a'));
    const again = await database.write((tx) => add(tx, 'a')).catch((error: unknown) => error);
    const other = await database
      .write((tx) => tx.execute(sql`UPDATE note SET number = NULL`))
      .catch((error: unknown) => error);
    expect([again, other].map(isUniqueViolation)).toEqual([true, false]);
  });

  it('fails whole when a statement failed, though its error was caught', async () => {
    const { database } = stage.opened;
    const failing = database.write(async (tx) => {
      await add(tx, 'a');
      await tx.execute(sql`INSERT INTO nowhere VALUES (1)`).catch(() => {});
      await add(tx, 'b').catch(() => {});
    });
    await expect(failing).rejects.toMatchObject({ message: expect.stringMatching(/nowhere/) });
    const throughTypeorm = database.write(async (tx) => {
      await add(tx, 'a');
      await add(tx, 'a').catch(() => {});
    });
    await expect(throughTypeorm).rejects.toMatchObject({ message: expect.stringMatching(/unique/i) });
    expect(await committed()).toEqual([]);
  });

  it('does nothing more once something in it failed', async () => {
    const { database } = stage.opened;
    const errors: unknown[] = [];
    const note = (error: unknown) => void errors.push(error);
    await database
      .write(async (tx) => {
        await tx.execute(sql`INSERT INTO nowhere VALUES (1)`).catch(note);
        await add(tx, 'a').catch(note);
        await database.write((inner) => add(inner, 'b')).catch(note);
      })
      .catch(note);
    expect(errors).toHaveLength(4);
    expect(new Set(errors).size).toBe(1);
  });

  it('fails when only the commit finds the fault', async () => {
    const { database } = stage.opened;
    await expect(
      database.write((tx) => tx.execute(sql`INSERT INTO note (id, number, above) VALUES ('a', 1, 'none')`)),
    ).rejects.toMatchObject({ message: expect.stringMatching(/foreign key/i) });
    await database.write((tx) => add(tx, 'b'));
    expect(await committed()).toEqual(['b']);
  });

  it('is given up after its time, and others go on', async () => {
    const { database } = stage.opened;
    let late: Promise<unknown> = Promise.resolve();
    const stuck = database.write(
      async (tx) => {
        await add(tx, 'a');
        late = sleep(60).then(() => add(tx, 'b'));
        await late;
      },
      { limit: 30 },
    );
    await expect(stuck).rejects.toMatchObject({ code: 'TIMEOUT' });
    await expect(late).rejects.toThrow(TransactionOverError);
    await database.write((tx) => add(tx, 'c'));
    expect(await committed()).toEqual(['c']);
  });
});
