import { principalOf, type Role } from '#access';
import { ManageEndpoints } from '#delivery';
import { Sessions } from '#identity';
import { Members, People, Viewers } from '#members';
import { Database, readConfig } from '#platform';
import { InsertSubscriptions } from '#subscriptions';
import { createHub } from '../../apps/hub/src/server.js';
import type { Place } from '../support/database.js';

/** A community with webhook endpoints, by path, and mailboxes, by address. */
export interface Town {
  /** Carries whoever releases. */
  readonly token: string;
  /** Endpoints of those who are to get what is released. */
  readonly inside: ReadonlyMap<string, string>;
  /** Endpoints of those who are not. */
  readonly outside: ReadonlyMap<string, string>;
  /** Persons who are to get it by mail. */
  readonly mailboxes: ReadonlyMap<string, string>;
}

/** Whom there is to be: paths below an address, and mailboxes. */
export interface Folk {
  readonly base: string;
  readonly inside: readonly string[];
  readonly outside: readonly string[];
  readonly mailboxes: readonly string[];
  readonly outsideMailboxes: readonly string[];
}

/**
 * Puts a state, its counties and a foreign one into a new database, a person with an endpoint for each path and one who asks for
 * everything by mail for each mailbox, and closes it again.
 */
export async function furnishTown(
  place: Place,
  env: Record<string, string>,
  { base, inside, outside, mailboxes, outsideMailboxes }: Folk,
): Promise<Town> {
  const config = {
    ...readConfig({ NODE_ENV: 'test', PORT: '0', WATCHFIRE_DEMO: 'off', ...env, WATCHFIRE_WORKER: 'off' }),
    database: place.database,
  };
  const app = await createHub({ config });
  await app.init();
  const database = app.get(Database);
  const people = (jurisdiction: string, names: readonly string[], roles: readonly Role[]) =>
    database.write(async (tx) => {
      const members = names.map((name) => ({
        name: `Office of ${name}`,
        kind: jurisdiction.length === 2 ? ('STATE' as const) : ('LOCAL' as const),
        jurisdiction,
      }));
      const memberIds = await app.get(Members).insertMany(tx, members);
      const desks = names.map((name, n) => ({
        memberId: memberIds[n] ?? '',
        name: `Desk of ${name}`,
        email: name.includes('@') ? name : `desk.${name.replaceAll('/', '.')}@${jurisdiction}.example`,
        roles,
      }));
      const ids = await app.get(People).insertMany(tx, desks);
      return ids.map((id, n) => ({ id, memberId: memberIds[n] ?? '' }));
    });
  const endpoints = async (jurisdiction: string, paths: readonly string[]): Promise<Map<string, string>> => {
    const owners = await people(jurisdiction, paths, ['VIEWER']);
    const made = new Map<string, string>();
    for (const [n, path] of paths.entries()) {
      const viewer = await database.read((tx) => app.get(Viewers).load(tx, owners[n]?.id ?? ''));
      const { id } = await app
        .get(ManageEndpoints)
        .create(principalOf(viewer), { name: path, url: base + path });
      made.set(path, id);
    }
    return made;
  };
  const askers = async (jurisdiction: string, addresses: readonly string[]): Promise<Map<string, string>> => {
    const asking = await people(jurisdiction, addresses, ['VIEWER']);
    const wishes = asking.map(({ memberId }) => ({ memberId, name: 'All', interest: {} }));
    await database.write((tx) => app.get(InsertSubscriptions).insertMany(tx, wishes));
    return new Map(addresses.map((address, n) => [address, asking[n]?.id ?? '']));
  };
  const [releaser] = await people('55', ['releases'], ['VIEWER', 'RELEASER']);
  const town = {
    token: (
      await database.write((tx) =>
        app.get(Sessions).open(tx, 'TOKEN', { personId: releaser?.id ?? '', era: 0, userAgent: null }),
      )
    ).secret,
    inside: await endpoints('55025', inside),
    outside: await endpoints('12086', outside),
    mailboxes: await askers('55025', mailboxes),
  };
  await askers('12086', outsideMailboxes);
  await app.close();
  return town;
}
