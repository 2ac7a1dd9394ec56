import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { may } from '#access';
import { type Letter, Mailer } from '#mail';
import { amongIds, People, type PersonRecord } from '#members';
import { Clock, Database } from '#platform';
import type { Attempt, Due } from '../../channels/channel.js';
import { type AddressNews, type MailTrouble, MailTroubles } from '../addresses/mail-troubles.js';
import { addressLetter, endpointLetter } from '../letters/notice-letter.js';
import { MailLinks } from '../links/mail-links.js';
import { at, hindrance, sendBy } from './outcomes.js';
import type { MailReader } from './readers.js';

/** News of delivery itself: it waits for the morning, and for an address to work again. */
const NEWS = { severity: null, immediate: false, asks: false, red: false } as const;

interface EndpointNews {
  readonly about: 'WEBHOOK_DISABLED';
  readonly endpointId: string;
}

interface Endpoint {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly memberId: string;
  readonly personId: string | null;
  readonly because: string | null;
}

/** What news of some deliveries are about, as it is now. */
interface Subjects {
  readonly people: ReadonlyMap<string, PersonRecord>;
  readonly troubles: ReadonlyMap<string, MailTrouble>;
  readonly endpoints: ReadonlyMap<string, Endpoint>;
}

const WHY: Readonly<Record<string, string>> = {
  FAILING: 'It took nothing for five days.',
  GONE: 'It answered that it is gone for good.',
};

/** Mails that tell those who run a member or an endpoint of what no longer works. */
@Injectable()
export class NoticeMails {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly troubles: MailTroubles,
    private readonly links: MailLinks,
    private readonly mailer: Mailer,
  ) {}

  async prepare(
    due: readonly Due[],
    readers: ReadonlyMap<string, MailReader>,
  ): Promise<Map<string, Attempt>> {
    if (due.length === 0) return new Map();
    const news = new Map(
      due.map(({ id, carries }) => [id, JSON.parse(carries ?? '{}') as AddressNews | EndpointNews]),
    );
    const subjects = await this.subjects([...news.values()]);
    return new Map(
      due.flatMap((one): [string, Attempt][] => {
        const [told, reader] = [news.get(one.id), readers.get(one.address)];
        if (!told || !reader) return [];
        const letter = this.letter(told, reader, subjects);
        return [[one.id, this.attempt(one, letter, reader)]];
      }),
    );
  }

  private attempt({ id }: Due, letter: Letter | null, reader: MailReader): Attempt {
    if (letter === null) return at({ state: 'DROPPED', cause: 'OVERTAKEN' });
    const hindered = hindrance(reader, NEWS, this.clock.now());
    if (hindered) return at(hindered);
    const to = { name: reader.name, address: reader.address };
    return (signal) => sendBy(this.mailer, { id, deliveryId: id, to, letter }, signal);
  }

  /** `null` for what is mended, or is no longer the reader's to run. */
  private letter(
    news: AddressNews | EndpointNews,
    { principal: { viewer } }: MailReader,
    { people, troubles, endpoints }: Subjects,
  ): Letter | null {
    const ways = { settings: this.links.settings() };
    if (news.about === 'ADDRESS_FAILING') {
      const [person, trouble] = [people.get(news.personId), troubles.get(news.personId)];
      if (!person || !trouble || !may(viewer, 'person.manage', { memberId: person.memberId })) return null;
      return addressLetter({ name: person.name, address: person.email, said: trouble.said }, ways);
    }
    const endpoint = endpoints.get(news.endpointId);
    if (!endpoint || endpoint.because === null) return null;
    const { name, url, memberId, personId, because } = endpoint;
    const runs =
      personId === null
        ? may(viewer, 'webhook.manageMember', { memberId })
        : may(viewer, 'webhook.manageOwn', { personId });
    return runs ? endpointLetter({ name, url, why: WHY[because] ?? because }, ways) : null;
  }

  private async subjects(news: readonly (AddressNews | EndpointNews)[]): Promise<Subjects> {
    const personIds = news.flatMap((one) => (one.about === 'ADDRESS_FAILING' ? [one.personId] : []));
    const endpointIds = news.flatMap((one) => (one.about === 'WEBHOOK_DISABLED' ? [one.endpointId] : []));
    const people = await this.people.byIds(personIds);
    return this.database.read(async (tx) => {
      const endpoints = await tx.rows<Endpoint>(sql`
        SELECT id, name, url, member_id AS "memberId", person_id AS "personId", disabled_because AS because
        FROM webhook_endpoint WHERE id ${amongIds(tx, endpointIds)} AND state = 'DISABLED'`);
      return {
        people,
        troubles: await this.troubles.of(tx, personIds),
        endpoints: new Map(endpoints.map((endpoint) => [endpoint.id, endpoint])),
      };
    });
  }
}
