import { audienceKeys, type RegionLine, type Released, type Tlp } from '#access';
import type { Config } from '#platform';
import type { Community, Reader } from '../data/community.js';
import { openLoader } from '../data/loader.js';
import { Random } from '../data/random.js';
import { Rows, type Table } from '../data/tables.js';

const MICROSECONDS = 1_000;
const BEGINNING = Date.parse('2026-01-01T00:00:00.000Z') * MICROSECONDS;
const AT_ONCE = 20_000;

const table = (name: string, columns: string): Table => ({ name, columns: columns.split(/\s+/) });
const OBJECT = table(
  'shared_object',
  `sequence added object_id type version spec_version source_id origin_id completion attribution tlp markings content
    publication_id`,
);
const KEY = table('shared_object_key', 'key sequence type kind publication_id audience superseded role');
const REGION = table('shared_object_region', 'audience code direct');

/** When an entry was added, as a client asks for what is after it. */
export const momentOf = (sequence: number): string =>
  `${new Date(BEGINNING / MICROSECONDS + sequence).toISOString().slice(0, -1)}000Z`;

/** Fills the log of objects with indicators: for everybody, for a reader's county, for their state, and for others alone. */
export async function fillObjects(
  config: Config,
  { tree }: Community,
  { viewer }: Reader,
  count: number,
): Promise<void> {
  const loader = await openLoader(config.database, [OBJECT, KEY, REGION]);
  const rows = new Rows();
  const random = new Random(7);
  const [county = '', state = ''] = viewer.member.jurisdiction;
  const shares: readonly [Tlp, RegionLine][] = [
    ['GREEN', tree.line('US')],
    ['AMBER', tree.line(county)],
    ['AMBER', tree.line(state)],
    ['AMBER', tree.line('06037')],
  ];
  const audiences = shares.map(([tlp, line], place) => {
    const audience = `bench ${place}`;
    for (const code of line) rows.add(REGION, audience, code, code === line[0] ? 1 : 0);
    return { tlp, audience, keys: audienceKeys(releasedTo(tlp, line)) };
  });
  for (let sequence = 1; sequence <= count; sequence += 1) {
    const { tlp, audience, keys } = audiences[random.below(audiences.length)] as (typeof audiences)[number];
    const id = `indicator--${random.uuid()}`;
    const at = momentOf(sequence).replace('000Z', 'Z');
    const content = JSON.stringify({
      type: 'indicator',
      spec_version: '2.1',
      id,
      created: at,
      modified: at,
      name: `An exit, number ${sequence}`,
      description: 'Seen in front of a county’s results page on the evening of the count.',
      pattern: `[ipv4-addr:value = '185.${sequence % 256}.${(sequence >> 8) % 256}.${(sequence >> 16) % 256}']`,
      pattern_type: 'stix',
      valid_from: at,
      x_bench: { run: sequence },
    });
    const added = BEGINNING + sequence * MICROSECONDS;
    rows.add(
      OBJECT,
      sequence,
      added,
      id,
      'indicator',
      at,
      '2.1',
      null,
      ORIGIN,
      'MARKED',
      'NAMED',
      tlp,
      null,
      content,
      null,
    );
    for (const key of keys) rows.add(KEY, key, sequence, 'indicator', null, null, audience, 0, 'OBJECT');
    if (rows.count >= AT_ONCE) await loader.put(rows.take());
  }
  await loader.put(rows.take());
  await loader.run(`INSERT INTO sequence (name, value) VALUES ('object', ${count})`);
  await loader.finish();
}

const ORIGIN = '00000000-0000-4000-8000-000000000000';

const releasedTo = (tlp: Tlp, line: RegionLine): Released => ({
  tlp,
  originId: ORIGIN,
  releasedById: ORIGIN,
  audience: { regions: [line], memberKinds: [], groupIds: [], personIds: [] },
});
