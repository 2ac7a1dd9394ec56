import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { isUniqueViolation, notFound, TransactionOverError, type WriteTx } from '#platform';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { Note, noteIds, noteSchema } from './notes.js';

let opened: TestDatabase;
const reported: unknown[] = [];
const add = (tx: WriteTx, id: string) => tx.manager.insert(Note, { id, number: 1 });
const committed = () => opened.database.read(noteIds);

beforeAll(async () => {
  opened = await openTestDatabase({ ...noteSchema, report: (error) => reported.push(error) });
});
afterAll(() => opened.close());
beforeEach(async () => {
  reported.length = 0;
  await opened.database.write((tx) => tx.execute(sql`DELETE FROM note`));
});

describe('a write', () => {
  it('is there whole when it returns, and not at all when it throws', async () => {
    const { database } = opened;
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
    const { database } = opened;
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

  it('counts what it changed', async () => {
    await opened.database.write(async (tx) => {
      for (const id of ['a', 'b', 'c']) await add(tx, id);
      expect(await tx.execute(sql`UPDATE note SET number = 7 WHERE id <> ${'a'}`)).toBe(2);
      expect(await tx.execute(sql`DELETE FROM note WHERE id = 'none'`)).toBe(0);
      expect(await tx.execute(sql`INSERT INTO note (id, number) VALUES ('d', 4) RETURNING id`)).toBe(1);
    });
  });

  it('binds values alike on both engines', async () => {
    const time = new Date('2026-11-03T12:00:00Z');
    await opened.database
      .write(async (tx) => {
        await tx.execute(sql`INSERT INTO note (id, number) VALUES (${time}, ${true})`);
        await expect(tx.rows(sql`SELECT ${undefined} AS nothing`)).rejects.toThrow('undefined');
      })
      .catch(() => {});
    expect(await committed()).toEqual([]);
    await opened.database.write((tx) =>
      tx.execute(sql`INSERT INTO note (id, number) VALUES (${time}, ${true})`),
    );
    const rows = await opened.database.read((tx) =>
      tx.rows(
        sql`SELECT id, number, (SELECT count(*) FROM note) AS many, (SELECT sum(number) FROM note) AS total FROM note`,
      ),
    );
    expect(rows).toEqual([{ id: '2026-11-03T12:00:00.000Z', number: 1, many: 1, total: 1 }]);
  });

  it('tells a second row with the same key from other failures', async () => {
    const { database } = opened;
    await database.write((tx) => add(tx, 'a'));
    const again = await database.write((tx) => add(tx, 'a')).catch((error: unknown) => error);
    const other = await database
      .write((tx) => tx.execute(sql`UPDATE note SET number = NULL`))
      .catch((error: unknown) => error);
    expect([again, other].map(isUniqueViolation)).toEqual([true, false]);
  });

  it('fails whole when a statement failed, though its error was caught', async () => {
    const { database } = opened;
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
    const { database } = opened;
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
    const { database } = opened;
    await expect(
      database.write((tx) => tx.execute(sql`INSERT INTO note (id, number, above) VALUES ('a', 1, 'none')`)),
    ).rejects.toMatchObject({ message: expect.stringMatching(/foreign key/i) });
    await database.write((tx) => add(tx, 'b'));
    expect(await committed()).toEqual(['b']);
  });

  it('is given up after its time, and others go on', async () => {
    const { database } = opened;
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

describe('a write inside a write', () => {
  it('is part of it', async () => {
    const { database } = opened;
    await expect(
      database.write(async (tx) => {
        await database.write((inner) => add(inner, 'a'));
        expect(await noteIds(tx)).toEqual(['a']);
        throw new Error('outer fails');
      }),
    ).rejects.toThrow('outer fails');
    await database.write(async () => {
      await Promise.all(['b', 'c'].map((id) => database.write((inner) => add(inner, id))));
    });
    expect(await committed()).toEqual(['b', 'c']);
  });

  it('that fails fails the whole, though its error was caught', async () => {
    const { database } = opened;
    await expect(
      database.write(async (tx) => {
        await add(tx, 'a');
        const inner = database.write(async () => {
          await add(tx, 'b');
          throw notFound();
        });
        await inner.catch(() => {});
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await committed()).toEqual([]);
  });

  it('is waited for, though nobody awaited it', async () => {
    const { database } = opened;
    await database.write(async () => {
      void database.write(async (inner) => {
        await add(inner, 'a');
        await sleep(5);
        await add(inner, 'b');
      });
    });
    expect(await committed()).toEqual(['a', 'b']);
  });

  it('a read that fails alone does not fail it', async () => {
    const { database } = opened;
    await database.write(async (tx) => {
      await add(tx, 'a');
      await database.read(() => Promise.reject(notFound())).catch(() => {});
    });
    expect(await committed()).toEqual(['a']);
  });
});

describe('after its end, a transaction', () => {
  it('can be used by nobody who kept it, in whatever way', async () => {
    const { database } = opened;
    const kept = await database.write(async (tx) => tx);
    const ways = [
      () => kept.execute(sql`INSERT INTO note (id, number) VALUES ('a', 1)`),
      () => kept.rows(sql`SELECT 1 AS one`),
      () => kept.manager.insert(Note, { id: 'b', number: 1 }),
      () => kept.manager.getRepository(Note).save({ id: 'c', number: 1 }),
      () => kept.manager.query("INSERT INTO note (id, number) VALUES ('d', 1)"),
      () => kept.manager.transaction((manager) => manager.insert(Note, { id: 'e', number: 1 })),
      () => kept.nextSequence('kept'),
      async () => kept.wake('kept'),
      async () => kept.beforeCommit(async () => {}),
      async () => kept.afterCommit(() => {}),
    ];
    // While another is open, which on SQLite has the same connection.
    await database.write(async (tx) => {
      for (const way of ways) await expect(way()).rejects.toThrow(TransactionOverError);
      await add(tx, 'z');
    });
    expect(await committed()).toEqual(['z']);
  });

  it('is left behind by work that outlives it: that reads and writes anew', async () => {
    const { database } = opened;
    let later: Promise<unknown> = Promise.resolve();
    await database.write(async (tx) => {
      await add(tx, 'a');
      later = sleep(10).then(async () => {
        expect(await database.read(noteIds)).toEqual(['a']);
        await database.write((fresh) => add(fresh, 'b'));
      });
    });
    await later;
    expect(await committed()).toEqual(['a', 'b']);
  });
});

describe('what is put off to the end', () => {
  it('is done last, in order, in the transaction', async () => {
    const { database } = opened;
    await database.write(async (tx) => {
      tx.beforeCommit(async (last) => {
        expect(await noteIds(last)).toEqual(['a', 'b']);
        await database.write((inner) => add(inner, 'c'));
        last.beforeCommit(async (afterwards) => void (await add(afterwards, 'd')));
      });
      await add(tx, 'a');
      await add(tx, 'b');
    });
    expect(await committed()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('fails the whole', async () => {
    const { database } = opened;
    await expect(
      database.write(async (tx) => {
        await add(tx, 'a');
        tx.beforeCommit(() => Promise.reject(notFound()));
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await committed()).toEqual([]);
  });

  it('is not done in a transaction that fails', async () => {
    const { database } = opened;
    const done: string[] = [];
    const failing = database.write(async (tx) => {
      tx.beforeCommit(async () => void done.push('before'));
      tx.afterCommit(() => done.push('after'));
      throw notFound();
    });
    await expect(failing).rejects.toThrow();
    expect(done).toEqual([]);
  });

  it('after the commit, sees it done, is outside of it, and harms nobody by failing', async () => {
    const { database } = opened;
    let after: Promise<string[]> | undefined;
    const fault = new Error('fault');
    await database.write(async (tx) => {
      tx.afterCommit(() => {
        throw fault;
      });
      tx.afterCommit(() => {
        after = database.write(async (fresh) => {
          await add(fresh, 'b');
          return noteIds(fresh);
        });
      });
      await add(tx, 'a');
    });
    expect(await after).toEqual(['a', 'b']);
    expect(reported).toEqual([fault]);
  });
});

describe('another process', () => {
  it('that writes for a while is waited for, and nothing stands still meanwhile', async () => {
    const { database } = opened;
    const other = await opened.again();
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 10);
    let begin = () => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const writing = database.write(async (tx) => {
      await add(tx, 'a');
      begin();
      await sleep(400);
    });
    await begun;
    await Promise.all([other.migrate(), other.write((tx) => add(tx, 'b')), writing]);
    clearInterval(ticking);
    await other.close();
    expect(await committed()).toEqual(['a', 'b']);
    expect(ticks).toBeGreaterThan(10);
  });
});

describe('sequences', () => {
  it('count from 1, each on its own, without gaps where a transaction failed', async () => {
    const { database } = opened;
    const next = (name: string) => database.write((tx) => tx.nextSequence(name));
    const given = [await next('x'), await next('x'), await next('y')];
    await database
      .write(async (tx) => {
        await tx.nextSequence('x');
        throw notFound();
      })
      .catch(() => {});
    expect([...given, await next('x')]).toEqual([1, 2, 1, 3]);
  });
});
