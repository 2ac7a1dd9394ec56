import { setImmediate as breathe } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { principalOf, type Viewer } from '#access';
import { Connection } from './connection.js';
import { clerk, TestWire } from './harness.fixture.js';
import type { AccessChange, Authority, Standing } from './ports.js';
import { Rights } from './rights.js';

const standingOf = (viewer: Viewer): Standing => ({
  principal: principalOf(viewer, { sessionId: 'a session' }),
  expiresAt: Number.POSITIVE_INFINITY,
});
const WITH_GROUP = standingOf(clerk('p1', { groups: [{ id: 'g1', since: 0 }] }));
const WITHOUT = standingOf(clerk('p1'));

/** Rights over an authority whose every answer waits until it is let go. */
class Desk {
  readonly changes: AccessChange[] = [];
  readonly events: string[] = [];
  loads: ((standing: Standing | null) => void)[] = [];
  fails = false;
  readonly rights: Rights;

  constructor() {
    const authority: Pick<Authority, 'again' | 'head' | 'since' | 'membersOf'> = {
      again: () => new Promise((resolve) => this.loads.push(resolve)),
      head: async () => this.changes.length,
      since: async (sequence) => {
        if (this.fails) throw new Error('The database is not there.');
        return this.changes.slice(sequence);
      },
      membersOf: async () => [],
    };
    const note = (what: string) => () => this.events.push(what);
    this.rights = new Rights(authority as Authority, 1, {
      paused: note('paused'),
      resumed: note('resumed'),
      revoked: note('revoked'),
      report: () => {},
    });
  }

  async change(subject: AccessChange['subject'], subjectId: string): Promise<void> {
    this.changes.push({ sequence: this.changes.length + 1, subject, subjectId });
    await this.rights.refresh();
  }

  async load(standing: Standing | null): Promise<void> {
    this.loads.shift()?.(standing);
    await breathe();
  }
}

async function connected(standing: Standing) {
  const desk = new Desk();
  await desk.rights.start();
  const connection = new Connection(new TestWire(), standing, 0);
  desk.rights.add(connection, desk.rights.position);
  return { desk, connection };
}

describe('the rights of a connection', () => {
  it('stop it until they have been loaded again', async () => {
    const { desk, connection } = await connected(WITH_GROUP);
    await desk.change('GROUP', 'g1');
    expect([connection.flowing, desk.events]).toEqual([false, ['paused']]);
    await desk.load(WITHOUT);
    expect([connection.flowing, desk.events]).toEqual([true, ['paused', 'resumed']]);
    expect(connection.standing).toBe(WITHOUT);
  });

  it('are loaded once more if they changed while the connection was opened', async () => {
    const desk = new Desk();
    await desk.rights.start();
    const before = desk.rights.position;
    await desk.change('GROUP', 'g1');
    const connection = new Connection(new TestWire(), WITH_GROUP, 0);
    desk.rights.add(connection, before);
    expect(connection.flowing).toBe(false);
    await desk.load(WITHOUT);
    expect([connection.flowing, connection.standing]).toEqual([true, WITHOUT]);
  });

  it('are loaded once more if they changed while they were loaded', async () => {
    const { desk, connection } = await connected(WITHOUT);
    await desk.change('PERSON', 'p1');
    await desk.change('PERSON', 'p1');
    await desk.load(WITH_GROUP);
    expect([connection.flowing, connection.standing]).toEqual([false, WITHOUT]);
    await desk.load(WITHOUT);
    expect([connection.flowing, desk.events]).toEqual([true, ['paused', 'resumed']]);
  });

  it('are loaded once more if what was loaded meanwhile belongs to somebody who has changed since', async () => {
    const { desk, connection } = await connected(WITHOUT);
    await desk.change('PERSON', 'p1');
    await desk.change('GROUP', 'g1');
    await desk.load(WITH_GROUP);
    expect(connection.flowing).toBe(false);
    await desk.load(WITHOUT);
    expect([connection.flowing, connection.standing]).toEqual([true, WITHOUT]);
  });

  it('end it when there are none any more', async () => {
    const { desk } = await connected(WITHOUT);
    await desk.change('SESSION', 'a session');
    await desk.load(null);
    expect(desk.events).toEqual(['paused', 'revoked']);
  });

  it('are not those of anybody else', async () => {
    const { desk, connection } = await connected(WITHOUT);
    await desk.change('PERSON', 'p2');
    await desk.change('GROUP', 'g1');
    await desk.change('MEMBER', 'another');
    expect([connection.flowing, desk.events]).toEqual([true, []]);
    desk.rights.remove(connection);
    await desk.change('PERSON', 'p1');
    expect(desk.events).toEqual([]);
  });

  it('are read again after the call, even if a reading was under way', async () => {
    const { desk, connection } = await connected(WITHOUT);
    const first = desk.rights.refresh();
    desk.changes.push({ sequence: 1, subject: 'PERSON', subjectId: 'p1' });
    await Promise.all([first, desk.rights.refresh(), desk.rights.refresh()]);
    expect(connection.flowing).toBe(false);
  });

  it('are not taken for known when they cannot be read', async () => {
    const { desk } = await connected(WITHOUT);
    desk.fails = true;
    const both = await Promise.allSettled([desk.rights.refresh(), desk.rights.refresh()]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
