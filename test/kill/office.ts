import type { Role } from '#access';
import { Sessions } from '#identity';
import { Members, People } from '#members';
import { Database, readConfig } from '#platform';
import { createHub } from '../../apps/hub/src/server.js';
import type { Place } from '../support/database.js';

export interface Office {
  /** Carries whoever authors, releases and reads. */
  readonly token: string;
  /** Carries an auditor at the hub. */
  readonly auditor: string;
}

/** Puts a county and the hub's own member into a new database, with a token for each, and closes it again. */
export async function furnish(place: Place, env: Record<string, string>): Promise<Office> {
  const config = {
    ...readConfig({ NODE_ENV: 'test', PORT: '0', WATCHFIRE_DEMO: 'off', ...env }),
    database: place.database,
  };
  const app = await createHub({ config });
  await app.init();
  const token = (kind: 'LOCAL' | 'HUB', jurisdiction: string, roles: readonly Role[]) =>
    app.get(Database).write(async (tx) => {
      const [memberId = ''] = await app
        .get(Members)
        .insertMany(tx, [{ name: `Office of ${jurisdiction}`, kind, jurisdiction }]);
      const person = { memberId, name: 'Desk', email: `desk@${jurisdiction.toLowerCase()}.example`, roles };
      const [personId = ''] = await app.get(People).insertMany(tx, [person]);
      return (await app.get(Sessions).open(tx, 'TOKEN', { personId, era: 0, userAgent: null })).secret;
    });
  const office = {
    token: await token('LOCAL', '55025', ['VIEWER', 'AUTHOR', 'RELEASER']),
    auditor: await token('HUB', 'US', ['AUDITOR']),
  };
  await app.close();
  return office;
}
