import sql from 'sql-template-tag';
import { principalOf, type Viewer } from '#access';
import { Acting, Audit, auditEntities, auditMigrations, VerifyAudit } from '#audit';
import { Keyring, ManualClock, Refusal } from '#platform';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

const coordinator: Viewer = {
  personId: 'c1',
  active: true,
  since: 0,
  roles: ['COORDINATOR'],
  member: { id: 'dane', kind: 'LOCAL', active: true, since: 0, jurisdiction: ['55025', '55', 'R05', 'US'] },
  groups: [],
};
const keyring = new Keyring(['a secret for this test only, long enough']);

describe('audit', () => {
  let place: TestDatabase;
  let audit: Audit;
  let acting: Acting;
  let present: Viewer | null;
  let verifying: VerifyAudit;

  beforeEach(async () => {
    place = await openTestDatabase({ entities: auditEntities, migrations: auditMigrations });
    const clock = new ManualClock();
    audit = new Audit(clock, keyring);
    present = coordinator;
    acting = new Acting(place.database, audit, clock, { now: async () => present });
    verifying = new VerifyAudit(place.database, keyring);
  });
  afterEach(() => place.close());

  const group = (name: string, idempotencyKey?: string, work: () => string = () => `id of ${name}`) =>
    acting.perform(
      {
        principal: principalOf(coordinator),
        action: 'group.create',
        operation: 'createGroup',
        input: Object.assign({ name }, idempotencyKey ? { idempotencyKey } : {}),
      },
      async (_tx, tell) => {
        const id = work();
        tell({ objectType: 'group', objectId: id });
        return { id };
      },
    );
  const append = (count: number) =>
    place.database.write(async (tx) => {
      for (let n = 0; n < count; n += 1) audit.append(tx, null, { action: `test.${n}` });
    });
  /** Does what an intruder with the database would: past the triggers. */
  const tamper = async (statement: ReturnType<typeof sql>) => {
    await place.database.write(async (tx) => {
      if (tx.dialect === 'sqlite') {
        await tx.execute(sql`DROP TRIGGER IF EXISTS audit_entry_no_update`);
        await tx.execute(sql`DROP TRIGGER IF EXISTS audit_entry_no_delete`);
      } else {
        await tx.execute(sql`ALTER TABLE audit_entry DISABLE TRIGGER USER`);
      }
      await tx.execute(statement);
    });
  };

  it('chains entries without a gap and verifies', async () => {
    await append(3);
    await group('Lakeshore counties');
    const verdict = await verifying.verify();
    expect(verdict).toMatchObject({ intact: true, entries: 4, fault: null });
    expect(verdict.head).toMatch(/^4:[0-9a-f]{64}$/);
  });

  it('keeps the order when many write at once', async () => {
    await Promise.all(Array.from({ length: 40 }, () => append(2)));
    expect(await verifying.verify()).toMatchObject({ intact: true, entries: 80 });
  });

  it('writes no entry and keeps nothing when the work fails', async () => {
    const failing = group('Broken', 'key-1', () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect((await verifying.verify()).entries).toBe(0);
    await expect(group('Broken', 'key-1')).resolves.toEqual({ id: 'id of Broken' });
  });

  it.each([
    ['a changed detail', sql`UPDATE audit_entry SET detail = '{"x":1}' WHERE sequence = 7`, 7],
    ['a changed actor', sql`UPDATE audit_entry SET person_id = 'other' WHERE sequence = 1`, 1],
    ['a changed hash', sql`UPDATE audit_entry SET hash = ${'ab'.repeat(32)} WHERE sequence = 12`, 12],
    ['a removed entry', sql`DELETE FROM audit_entry WHERE sequence = 5`, 5],
    ['a removed beginning', sql`DELETE FROM audit_entry WHERE sequence = 1`, 1],
    ['a removed end', sql`DELETE FROM audit_entry WHERE sequence = 12`, 12],
    [
      'two entries exchanged',
      sql`UPDATE audit_entry SET action = CASE sequence WHEN 3 THEN 'test.3' ELSE 'test.2' END WHERE sequence IN (3, 4)`,
      3,
    ],
    [
      'an entry put at the end',
      sql`INSERT INTO audit_entry SELECT 13, at, person_id, member_id, action, object_type, object_id, detail, hash
        FROM audit_entry WHERE sequence = 12`,
      13,
    ],
  ])('finds %s', async (_, statement, at) => {
    await append(12);
    await tamper(statement);
    const verdict = await verifying.verify();
    expect(verdict.intact).toBe(false);
    expect(verdict.fault?.sequence).toBe(at);
  });

  it('cannot be forged without the secret', async () => {
    await append(1);
    const forger = new Audit(new ManualClock(), new Keyring(['another secret than the one of the hub']));
    await place.database.write(async (tx) => forger.append(tx, null, { action: 'forged' }));
    expect(await verifying.verify()).toMatchObject({ intact: false, fault: { sequence: 2 } });
  });

  it('still verifies what an older secret signed', async () => {
    await append(1);
    const rotated = new Keyring([
      'a newer secret for this test, long enough',
      'a secret for this test only, long enough',
    ]);
    await place.database.write(async (tx) =>
      new Audit(new ManualClock(), rotated).append(tx, null, { action: 'x' }),
    );
    expect(await new VerifyAudit(place.database, rotated).verify()).toMatchObject({
      intact: true,
      entries: 2,
    });
  });

  it.each(['UPDATE audit_entry SET action = action', 'DELETE FROM audit_entry'])(
    'is guarded by the database itself against: %s',
    async (statement) => {
      await append(1);
      const change = place.database.write((tx) => tx.execute(sql([statement])));
      await expect(change).rejects.toMatchObject({ message: expect.stringMatching(/only added/) });
    },
  );

  describe('a repeated request', () => {
    it('returns the first result and does nothing', async () => {
      let times = 0;
      const work = () => `made ${++times}`;
      const first = await group('Lakeshore', 'key-1', work);
      expect(await group('Lakeshore', 'key-1', work)).toEqual(first);
      expect(times).toBe(1);
      expect((await verifying.verify()).entries).toBe(1);
    });

    it('does so too when both come at once', async () => {
      let times = 0;
      const work = () => `made ${++times}`;
      const [a, b] = await Promise.all([group('Lakeshore', 'k', work), group('Lakeshore', 'k', work)]);
      expect(a).toEqual(b);
      expect((await verifying.verify()).entries).toBe(1);
    });

    it('is one person’s: the same key of another makes another', async () => {
      const of = (viewer: Viewer, id: string) => {
        present = viewer;
        const input = { name: 'Lakeshore', idempotencyKey: 'key-1' };
        const deed = { action: 'group.create', operation: 'createGroup', input } as const;
        return acting.perform({ ...deed, principal: principalOf(viewer) }, async () => ({ id }));
      };
      expect(await of(coordinator, 'first')).toEqual({ id: 'first' });
      expect(await of({ ...coordinator, personId: 'another' }, 'second')).toEqual({ id: 'second' });
    });

    it('is refused when the input is another', async () => {
      await group('Lakeshore', 'key-1');
      const other = group('Northwoods', 'key-1');
      await expect(other).rejects.toMatchObject({
        code: 'IDEMPOTENCY_KEY_REUSED',
        field: ['input', 'idempotencyKey'],
      });
    });

    it.each(['', 'with space', 'x'.repeat(101), 'tab\t', 'ümlaut'])('refuses the key %j', async (key) => {
      const deed = {
        principal: principalOf(coordinator),
        action: 'group.create',
        operation: 'x',
        input: { idempotencyKey: key },
      } as const;
      await expect(acting.perform(deed, async () => null)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    });
  });

  it.each([
    ['is suspended', { ...coordinator, active: false }, 'UNAUTHENTICATED'],
    [
      'is of a suspended member',
      { ...coordinator, member: { ...coordinator.member, active: false } },
      'UNAUTHENTICATED',
    ],
    ['is gone', null, 'UNAUTHENTICATED'],
    ['has lost the role', { ...coordinator, roles: ['VIEWER'] }, 'CONFLICT'],
    ['has lost a group', { ...coordinator, groups: [{ id: 'g', since: 1 }] }, 'CONFLICT'],
  ] as const)('carries out nothing for whoever %s since they asked', async (_, now, code) => {
    present = now as Viewer | null;
    await expect(group('Too late')).rejects.toMatchObject({ code });
    expect((await verifying.verify()).entries).toBe(0);
  });

  it('lets nobody act who may not, or has not signed in', async () => {
    const deed = { action: 'member.create', operation: 'createMember', input: {} } as const;
    const work = async () => null;
    await expect(
      acting.perform({ ...deed, principal: principalOf(coordinator) }, work),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(acting.perform({ ...deed, principal: principalOf(null) }, work)).rejects.toBeInstanceOf(
      Refusal,
    );
    expect((await verifying.verify()).entries).toBe(0);
  });
});
