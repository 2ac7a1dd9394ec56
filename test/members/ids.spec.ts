import fc from 'fast-check';
import sql from 'sql-template-tag';
import { amongIds } from '#members';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

let opened: TestDatabase;

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

const NASTY = [
  '',
  'NULL',
  '"',
  '\\',
  '\\"',
  '{}',
  'a,b',
  '","',
  "'",
  ' ',
  'a\nb',
  '\u001f',
  '\u2028',
  'é',
  '🗳',
];
const text = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary' }).map((any) => any.replaceAll('\0', '')),
);

it('what is among ids is found, and nothing else, whatever is written in them', async () => {
  const isAmong = (one: string, ids: readonly string[]) =>
    opened.database.read(async (tx) => {
      const rows = await tx.rows<{ id: string }>(
        sql`SELECT one.id FROM (SELECT CAST(${one} AS text) AS id) one WHERE one.id ${amongIds(tx, ids)}`,
      );
      return rows.map(({ id }) => id);
    });
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 8 }), text, async (ids, other) => {
      for (const one of ids) expect(await isAmong(one, ids)).toEqual([one]);
      const others = ids.filter((one) => one !== other);
      expect(await isAmong(other, others)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
