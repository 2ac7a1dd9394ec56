import { Injectable } from '@nestjs/common';
import { may } from '#access';
import { Mailer } from '#mail';
import { People } from '#members';
import { Database } from '#platform';
import type { Attempt, Due } from '../../channels/channel.js';
import { type AddressNews, MailTroubles } from '../addresses/mail-troubles.js';
import { addressLetter } from '../letters/notice-letter.js';
import { MailLinks } from '../links/mail-links.js';
import { at, hindrance, sendBy } from './outcomes.js';
import type { MailReader } from './readers.js';

/** News of delivery itself: it waits for the morning, and for an address to work again. */
const NEWS = { severity: null, immediate: false, asks: false, red: false } as const;

/** Mails that tell those who run a member of what no longer works. */
@Injectable()
export class NoticeMails {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly troubles: MailTroubles,
    private readonly links: MailLinks,
    private readonly mailer: Mailer,
  ) {}

  async prepare(
    due: readonly Due[],
    readers: ReadonlyMap<string, MailReader>,
    now: Date,
  ): Promise<Map<string, Attempt>> {
    const news = due.map(({ carries }) => JSON.parse(carries ?? '{}') as Partial<AddressNews>);
    const ids = news.flatMap(({ about, personId }) =>
      about === 'ADDRESS_FAILING' && personId ? [personId] : [],
    );
    const [people, troubles] = await Promise.all([
      this.people.byIds(ids),
      this.database.read((tx) => this.troubles.of(tx, ids)),
    ]);
    return new Map(
      due.flatMap((one, place): [string, Attempt][] => {
        const id = news[place]?.personId ?? '';
        const [person, trouble, reader] = [people.get(id), troubles.get(id), readers.get(one.address)];
        if (!person || !reader) return [];
        const { viewer } = reader.principal;
        if (!may(viewer, 'person.manage', { memberId: person.memberId })) return [];
        if (!trouble) return [[one.id, at({ state: 'DROPPED', cause: 'OVERTAKEN' })]];
        const hindered = hindrance(reader, NEWS, now);
        if (hindered) return [[one.id, at(hindered)]];
        const told = { name: person.name, address: person.email, said: trouble.said };
        const letter = addressLetter(told, { settings: this.links.settings() });
        const to = { name: reader.name, address: reader.address };
        return [[one.id, (signal) => sendBy(this.mailer, { id: one.id, to, letter }, signal)]];
      }),
    );
  }
}
