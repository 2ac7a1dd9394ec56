import type { GraphQLSchema } from 'graphql';
import sql from 'sql-template-tag';
import type { MemberKind, Role } from '#access';
import { Planner } from '#delivery';
import { LastUse, Sessions } from '#identity';
import { Invitations, Members, People, Viewers } from '#members';
import { Database } from '#platform';
import { followed } from '../../support/followed.js';
import type { Asker, CarrierFacts, Facts } from '../model/facts.js';
import {
  knowsPeopleOf,
  namesMember,
  personOf,
  readsOfPerson,
  runsEndpoint,
  seesPublication,
} from '../model/rules.js';
import type { Random } from '../random.js';
import { Known } from './known.js';
import { lineOf } from './regions.js';
import { type Body, type Carrier, type Question, ServedHub } from './served-hub.js';

export interface NewMember {
  readonly name: string;
  readonly kind: MemberKind;
  readonly jurisdiction?: string | null;
  readonly agreedRegions?: readonly string[] | null;
  readonly twoPersonRelease?: boolean;
}

export const NOBODY: Asker = { personId: null, scopes: null };

/** A hub with a community in it, and all that the proof knows of it. */
export class World {
  readonly facts: Facts = {
    members: {},
    people: {},
    groups: {},
    publications: {},
    comments: {},
    drafts: {},
    subscriptions: {},
    templates: {},
    endpoints: {},
    remotes: {},
    invitations: {},
    indicators: {},
    carriers: {},
  };
  readonly known = new Known();
  /** What each session or key is sent as. */
  readonly sentAs = new Map<string, Carrier>();
  /** Of those who set a password themselves. */
  readonly passwords = new Map<string, string>();
  /** Places added below a county. */
  readonly places = new Set<string>();
  private releases = 0;
  /** The entry of the log up to which deliveries are known. */
  private toldOf = 0;

  constructor(
    readonly hub: ServedHub,
    readonly contract: GraphQLSchema,
    readonly random: Random,
  ) {}

  get database(): Database {
    return this.hub.app.get(Database);
  }

  get<T>(service: abstract new (...args: never[]) => T): T {
    return this.hub.app.get(service);
  }

  ask(carrier: Carrier, question: Question): Promise<Body> {
    return this.hub.ask(carrier, question);
  }

  /** The place of the next release in the log. */
  nextRelease(): number {
    this.releases += 1;
    return this.releases;
  }

  /** Until the planner and the log of objects have done what waits, so that inboxes and collections stand still. */
  async settle(): Promise<void> {
    const planned = async () => {
      const [row] = await this.database.read((tx) =>
        tx.rows<{ behind: number }>(sql`
          SELECT (SELECT COALESCE(MAX(sequence), 0) FROM release) - c.sequence AS behind
          FROM plan_cursor c WHERE c.name = 'inbox'`),
      );
      return row?.behind === 0;
    };
    while (!(await planned())) await this.get(Planner).catchUp();
    await followed(this.hub.app);
    await this.tellOfDeliveries();
  }

  /** What was planned is known to those who run the endpoint and see what it is about. */
  private async tellOfDeliveries(): Promise<void> {
    const planned = await this.database.read((tx) =>
      tx.rows<{ id: string; address: string; publicationId: string; sequence: number }>(sql`
        SELECT id, address, publication_id AS "publicationId", sequence FROM delivery
        WHERE channel = 'WEBHOOK' AND sequence > ${this.toldOf}`),
    );
    for (const { id, address, publicationId, sequence } of planned) {
      const endpoint = this.facts.endpoints[address];
      this.toldOf = Math.max(this.toldOf, sequence);
      this.known.tell(
        id,
        (facts, asker) =>
          endpoint !== undefined &&
          runsEndpoint(facts, asker, endpoint) &&
          seesPublication(facts, asker, publicationId),
      );
    }
  }

  /** Until it is written down when sessions were last used. */
  lastUsesWritten(): Promise<void> {
    return this.get(LastUse).flush();
  }

  async addMember(member: NewMember): Promise<string> {
    const { jurisdiction = null, agreedRegions } = member;
    const row = { ...member, jurisdiction, agreedRegions: agreedRegions ?? [] };
    const [id = ''] = await this.database.write((tx) => this.get(Members).insertMany(tx, [row]));
    this.memberAdded(id, member);
    return id;
  }

  memberAdded(id: string, { name, kind, jurisdiction, agreedRegions, twoPersonRelease }: NewMember): void {
    this.facts.members[id] = {
      id,
      kind,
      name,
      jurisdiction: jurisdiction == null ? [] : lineOf(jurisdiction),
      agreedRegions: agreedRegions ?? [],
      twoPersonRelease: twoPersonRelease ?? false,
      suspended: false,
    };
    const mayKnow = (facts: Facts, asker: Asker) =>
      personOf(facts, asker) !== null || namesMember(facts, asker, id);
    this.known.tell(id, mayKnow);
    this.known.tellOf(name, mayKnow);
  }

  async addPerson(memberId: string, name: string, roles: readonly Role[], contact: boolean): Promise<string> {
    const email = `${name}@office.example`;
    const [id = ''] = await this.database.write((tx) =>
      this.get(People).insertMany(tx, [{ memberId, name, email, roles, contact }]),
    );
    this.personAdded({ id, memberId, email, roles, contact });
    return id;
  }

  personAdded(person: {
    id: string;
    memberId: string;
    email: string;
    roles: readonly Role[];
    contact: boolean;
  }) {
    this.facts.people[person.id] = { ...person, suspended: false };
    this.known.tell(person.id, (facts, asker) => readsOfPerson(facts, asker, person.id));
    const mayKnow = (facts: Facts, asker: Asker) =>
      asker.personId === person.id || knowsPeopleOf(facts, asker, person.memberId);
    this.known.tell(person.email, mayKnow);
    this.known.tellOf(person.email, mayKnow);
  }

  async personOfEmail(email: string): Promise<string> {
    const person = await this.database.read((tx) => this.get(People).byEmail(tx, email));
    if (!person) throw new Error(`Nobody has the address ${email}.`);
    return person.id;
  }

  async invitationOf(token: string): Promise<string> {
    const invitation = await this.get(Invitations).byToken(token);
    if (!invitation) throw new Error('This link is for no invitation.');
    return invitation.id;
  }

  /** Signs somebody in as the hub does after it has checked a password. */
  async signIn(personId: string, kind: 'TOKEN' | 'COOKIE', spare = false): Promise<string> {
    const session = await this.database.write(async (tx) => {
      const [carried] = await this.get(Viewers).carriedBy(
        tx,
        sql`SELECT CAST(${personId} AS TEXT) AS person_id`,
      );
      return this.get(Sessions).open(tx, kind, { personId, era: carried?.era ?? 0, userAgent: null });
    });
    const carrier: Carrier =
      kind === 'TOKEN'
        ? { authorization: `Bearer ${session.secret}` }
        : { cookie: `watchfire=${session.secret}` };
    this.carrierAdded({ id: session.id, personId, scopes: null, spare }, carrier);
    return session.id;
  }

  carrierAdded(carrier: CarrierFacts, sentAs: Carrier): void {
    this.facts.carriers[carrier.id] = carrier;
    this.sentAs.set(carrier.id, sentAs);
    this.known.tell(carrier.id, (_, asker) => asker.personId === carrier.personId);
  }

  /** What a request of somebody's is sent with. */
  carrierOf({ carrierId }: { readonly carrierId: string | null }): Carrier {
    return (carrierId === null ? undefined : this.sentAs.get(carrierId)) ?? {};
  }

  /** Sessions and keys that are good no more. */
  voidCarriers(ended: (carrier: CarrierFacts) => boolean): void {
    for (const carrier of Object.values(this.facts.carriers)) {
      if (ended(carrier)) delete this.facts.carriers[carrier.id];
    }
  }
}
