import { Inject, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import sql from 'sql-template-tag';
import {
  Clock,
  CONFIG,
  type Config,
  Database,
  Ids,
  Keyring,
  ManualClock,
  PlatformModule,
  readConfig,
  Seal,
  SeededIds,
  Wakeups,
} from '#platform';
import { emptyDatabase, type Place } from '../support/database.js';
import { noteIds, noteSchema } from './notes.js';

@Injectable()
class User {
  constructor(
    @Inject(CONFIG) readonly config: Config,
    readonly clock: Clock,
    readonly ids: Ids,
    readonly database: Database,
    readonly wakeups: Wakeups,
    readonly keyring: Keyring,
    readonly seal: Seal,
  ) {}
}

@Module({ providers: [User] })
class UserModule {}

let place: Place;
beforeEach(async () => {
  place = await emptyDatabase();
});
afterEach(() => place.remove());

const start = async (migrations = noteSchema.migrations) => {
  const config = { ...readConfig({ NODE_ENV: 'test' }), database: place.database };
  const platform = PlatformModule.forRoot({
    config,
    entities: noteSchema.entities,
    migrations,
    clock: new ManualClock('2026-11-03T12:00:00Z'),
    ids: new SeededIds(1),
  });

  @Module({ imports: [platform, UserModule] })
  class Hub {}

  return NestFactory.createApplicationContext(Hub, { logger: false, abortOnError: false });
};

describe('PlatformModule', () => {
  it('gives every module what it needs, with the database migrated, and closes it at the end', async () => {
    const app = await start();
    const user = app.get(User);
    expect(user.config.environment).toBe('test');
    expect(user.clock.now().toISOString()).toBe('2026-11-03T12:00:00.000Z');
    expect(user.ids.id()).toBe(new SeededIds(1).id());
    expect(user.wakeups).toBe(user.database.wakeups);
    expect(user.seal.open('a', 'b', user.seal.seal('a', 'b', 7))).toBe(7);
    expect(await user.database.ready()).toBe(true);
    expect(await user.database.read(noteIds)).toEqual([]);
    await app.close();
    expect(await user.database.ready()).toBe(false);
    await expect(user.database.write((tx) => tx.rows(sql`SELECT 1`))).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
  });

  it('keeps its keys from start to start', async () => {
    const [first, second] = [await start(), await start()];
    const sealed = first.get(Seal).seal('a', 'b', 7);
    expect(second.get(Seal).open('a', 'b', sealed)).toBe(7);
    await Promise.all([first.close(), second.close()]);
  });

  it('does not start when the database cannot be migrated', async () => {
    const [AddNotes] = noteSchema.migrations;
    class Fails1790000000009 extends (AddNotes as (typeof noteSchema.migrations)[0]) {}
    await expect(start([...noteSchema.migrations, Fails1790000000009])).rejects.toThrow();
  });
});
