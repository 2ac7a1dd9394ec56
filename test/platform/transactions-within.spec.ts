import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { notFound, TransactionOverError } from '#platform';
import { addNote as add, Note, noteIds, noteStage } from './notes.js';

const stage = noteStage();
const { committed, reported } = stage;

describe('a write inside a write', () => {
  it('is part of it', async () => {
    const { database } = stage.opened;
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
    const { database } = stage.opened;
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
    const { database } = stage.opened;
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
    const { database } = stage.opened;
    await database.write(async (tx) => {
      await add(tx, 'a');
      await database.read(() => Promise.reject(notFound())).catch(() => {});
    });
    expect(await committed()).toEqual(['a']);
  });
});

describe('after its end, a transaction', () => {
  it('can be used by nobody who kept it, in whatever way', async () => {
    const { database } = stage.opened;
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
    const { database } = stage.opened;
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
    const { database } = stage.opened;
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
    const { database } = stage.opened;
    await expect(
      database.write(async (tx) => {
        await add(tx, 'a');
        tx.beforeCommit(() => Promise.reject(notFound()));
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await committed()).toEqual([]);
  });

  it('is not done in a transaction that fails', async () => {
    const { database } = stage.opened;
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
    const { database } = stage.opened;
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
    const { database } = stage.opened;
    const other = await stage.opened.again();
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
    const { database } = stage.opened;
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
