import { hash } from '@node-rs/argon2';
import { type Config, Database, timestamp } from '#platform';
import { wordsOf } from '#publications';
import { persistence } from '../../../apps/hub/src/persistence.js';
import { type Community, communityRows } from './community.js';
import { History } from './history.js';
import { openLoader } from './loader.js';
import { Rows, TABLES, type Table } from './tables.js';

/** Whoever is measured signs in with this. */
export const PASSWORD = 'a long password for the bench';

export interface FillOptions {
  readonly config: Config;
  readonly community: Community;
  readonly publications: number;
  /** Whether the index of words and the inboxes are filled too: what a feed without them does not read. */
  readonly whole: boolean;
}

/** Makes the schema by the migrations, and fills it with a community and its history. */
export async function fill({ config, community, publications, whole }: FillOptions): Promise<void> {
  const database = await Database.open({ config, ...persistence });
  await database.migrate();
  await database.close();

  const { dialect } = config.database;
  const loader = await openLoader(config.database, Object.values(TABLES));
  const rows = new Rows();
  communityRows(community, rows);
  await credentials(community, rows);
  await loader.put(rows.take());
  const text = textTable[dialect];
  const history = new History(community, rows, {
    publications,
    inboxes: whole,
    ...(whole ? { text: (into, sequence, said) => into.add(text.table, sequence, text.words(said)) } : {}),
  });
  // What comes next is made while the server writes.
  let writing = Promise.resolve();
  const last = await history.write(async () => {
    await writing;
    writing = loader.put(rows.take());
  });
  await writing;
  await loader.run(`INSERT INTO sequence (name, value) VALUES ('release', ${last})`);
  // Nothing of this history is to be delivered anew, or put into the log of objects while something else is measured.
  await loader.run(`UPDATE plan_cursor SET sequence = ${last}`);
  await loader.run(`UPDATE taxii_cursor SET sequence = ${last} WHERE name = 'releases'`);
  await loader.finish();
}

async function credentials({ readers }: Community, rows: Rows): Promise<void> {
  const password = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  for (const { viewer } of readers)
    rows.add(TABLES.credential, viewer.personId, password, timestamp(new Date()));
}

interface TextTable {
  readonly table: Table;
  words(text: string): string;
}

const textTable: Record<Config['database']['dialect'], TextTable> = {
  sqlite: {
    table: { name: 'publication_text', columns: ['rowid', 'words'] },
    words: (text) => wordsOf(text).join(' '),
  },
  postgres: {
    table: { name: 'publication_text', columns: ['sequence', 'words'] },
    words: (text) => {
      const places = new Map<string, number[]>();
      for (const [place, word] of wordsOf(text).entries()) {
        places.set(word, [...(places.get(word) ?? []), place + 1]);
      }
      return [...places].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ');
    },
  },
};
