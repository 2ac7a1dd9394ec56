import sql from 'sql-template-tag';
import type { SetPreferencesInput } from '#contract';
import { SetPreferences } from '#preferences';
import { openSmtpSink, type SmtpSink } from '../../libs/mail/sending/smtp.fixture.js';
import type { TestDatabase } from '../support/database.js';
import { Community, hubOn, openHubDatabase } from './hub.js';

/** A state that releases and a clerk who has subscribed, made anew for each test, and a mail server that keeps what it takes. */
export function emailStage() {
  let opened: TestDatabase;
  let hub: Awaited<ReturnType<typeof hubOn>>;
  let community: Community;
  let sink: SmtpSink;
  let wisconsin: string;
  let dane: string;
  let releaser: string;
  let clerk: string;

  const openHub = async () => {
    hub = await hubOn(opened, opened.database, { smtpUrl: sink.url, publicUrl: 'https://hub.example' });
  };

  beforeAll(async () => {
    sink = await openSmtpSink();
  });
  afterAll(() => sink.close());
  beforeEach(async () => {
    sink.mails.length = 0;
    sink.refuseRecipient = null;
    opened = await openHubDatabase();
    await openHub();
    community = new Community(hub);
    wisconsin = await community.member('STATE', '55', 'Wisconsin Elections Commission');
    dane = await community.member('LOCAL', '55025', 'Dane County Election Office');
    releaser = await community.person(wisconsin, 'RELEASER', 'AUTHOR');
    clerk = await community.person(dane, 'AUTHOR');
    await community.subscribe(clerk);
  });
  afterEach(async () => {
    await hub.app.close();
    await opened.close();
  });

  const addressOf = async (personId: string) => {
    const [row] = await opened.database.read((tx) =>
      tx.rows<{ email: string }>(sql`SELECT email FROM person WHERE id = ${personId}`),
    );
    return row?.email ?? '';
  };

  return {
    get database() {
      return opened.database;
    },
    get hub() {
      return hub;
    },
    get community() {
      return community;
    },
    get sink() {
      return sink;
    },
    get wisconsin() {
      return wisconsin;
    },
    get dane() {
      return dane;
    },
    get releaser() {
      return releaser;
    },
    get clerk() {
      return clerk;
    },
    addressOf,
    mailsTo: async (personId: string) => sink.to(await addressOf(personId)),
    /** Another hub on the same database, in the place of one that was closed. */
    openHub,
    /** Plans and sends all that is due at this moment. */
    work: async () => {
      await hub.planner.catchUp();
      await hub.worker.drained();
    },
    prefer: async (personId: string, input: SetPreferencesInput) =>
      hub.get(SetPreferences).set(await community.as(personId), input),
    ledger: (columns = 'channel, reason, state, cause') =>
      opened.database.read((tx) =>
        tx.rows(
          sql([`SELECT ${columns} FROM delivery ORDER BY sequence, channel, address, planned_at, reason`]),
        ),
      ),
  };
}
