import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import sql, { bulk } from 'sql-template-tag';
import { Sessions } from '#identity';
import { Members, People } from '#members';
import { Database, Keyring, SealedText } from '#platform';

/** A community that is to be told of something. */
export interface Furnished {
  /** The person who releases. */
  readonly releaserId: string;
  /** Carries them. */
  readonly token: string;
}

const PEOPLE_OF_ONE = 4;
const AT_ONCE = 500;
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwAAAAAAAAAAA=';

/** Puts so many people, four of a county office each, with an endpoint each, into a new hub. */
export async function furnish(
  app: NestFastifyApplication,
  recipients: number,
  receiver: string,
): Promise<Furnished> {
  const database = app.get(Database);
  const [stateId = ''] = await database.write((tx) =>
    app.get(Members).insertMany(tx, [{ name: 'State', kind: 'STATE', jurisdiction: '55' }]),
  );
  const [releaserId = ''] = await database.write((tx) =>
    app
      .get(People)
      .insertMany(tx, [
        { memberId: stateId, name: 'Desk', email: 'desk@state.example', roles: ['VIEWER', 'RELEASER'] },
      ]),
  );
  const { secret: token } = await database.write((tx) =>
    app.get(Sessions).open(tx, 'TOKEN', { personId: releaserId, era: 0, userAgent: null }),
  );
  const sealed = new SealedText(app.get(Keyring), 'webhook/secret');
  for (let made = 0; made < recipients; made += AT_ONCE * PEOPLE_OF_ONE) {
    const offices = Math.ceil(Math.min(AT_ONCE * PEOPLE_OF_ONE, recipients - made) / PEOPLE_OF_ONE);
    await database.write(async (tx) => {
      const members = Array.from({ length: offices }, (_, n) => ({
        name: `Office ${made / PEOPLE_OF_ONE + n}`,
        kind: 'LOCAL' as const,
        jurisdiction: '55025',
      }));
      const memberIds = await app.get(Members).insertMany(tx, members);
      const people = memberIds.flatMap((memberId, n) =>
        Array.from({ length: PEOPLE_OF_ONE }, (_, m) => ({
          memberId,
          name: `Desk ${m}`,
          email: `desk-${made + n * PEOPLE_OF_ONE + m}@office.example`,
          roles: ['VIEWER' as const],
        })),
      );
      const ids = await app.get(People).insertMany(tx, people);
      const rows = ids.map((personId, n) => {
        const id = crypto.randomUUID();
        const at = '2026-11-03T12:00:00.000Z';
        const memberId = people[n]?.memberId ?? '';
        const [name, url] = ['Bench', `${receiver}/in`];
        return [id, 'PERSON', personId, memberId, name, url, sealed.seal(id, SECRET), 'ACTIVE', 0, at, at];
      });
      for (let start = 0; start < rows.length; start += AT_ONCE) {
        await tx.execute(sql`
          INSERT INTO webhook_endpoint
            (id, owner, person_id, member_id, name, url, secret, state, failures, created_at, updated_at)
          VALUES ${bulk(rows.slice(start, start + AT_ONCE))}`);
      }
    });
  }
  return { releaserId, token };
}
