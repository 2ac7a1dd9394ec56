import { originKey, type Principal } from '#access';
import type { GroupRecord, MemberRecord, PersonView } from '#members';
import type { Region, RegionTree } from '#regions';
import type { History, Related } from './related.js';

/** What was loaded at hand for views that are handed out together. */
export interface AtHand {
  readonly principal: Principal;
  readonly tree: RegionTree;
  readonly members: ReadonlyMap<string, MemberRecord>;
  readonly publicationIds: readonly string[];
  readonly supersededByIds: readonly string[];
  readonly releasedByIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly personIds: readonly string[];
}

/** What views that are handed out together share: whatever one of them needs is read for all, in one statement and once. */
export class Together<P = unknown, R = unknown> {
  private readonly read = new Map<string, Promise<unknown>>();

  constructor(
    private readonly atHand: AtHand,
    private readonly related: Related<P, R>,
  ) {}

  get principal(): Principal {
    return this.atHand.principal;
  }

  member(id: string): MemberRecord | null {
    return this.atHand.members.get(id) ?? null;
  }

  regionsOf(codes: readonly string[]): readonly Region[] {
    return codes.map((code) => this.atHand.tree.region(code)).filter((region) => region !== undefined);
  }

  /** A revision's number among those that the viewer sees. */
  async numberOf(publicationId: string, revisionId: string): Promise<number> {
    const history = (await this.history()).get(publicationId) ?? [];
    return Math.max(1, history.findIndex((release) => release.revisionId === revisionId) + 1);
  }

  async firstAtOf(publicationId: string, fallback: string): Promise<string> {
    return (await this.history()).get(publicationId)?.[0]?.at ?? fallback;
  }

  async historyOf(publicationId: string): Promise<History> {
    return (await this.history()).get(publicationId) ?? [];
  }

  async revisionsOf(publicationId: string): Promise<readonly R[]> {
    const revisions = await this.once('revisions', () =>
      this.related.revisions(this.principal, this.atHand.publicationIds),
    );
    return revisions.get(publicationId) ?? [];
  }

  async supersededBy(publicationId: string): Promise<readonly P[]> {
    const superseded = await this.once('superseded', () =>
      this.related.superseded(this.principal, this.atHand.publicationIds),
    );
    return superseded.get(publicationId) ?? [];
  }

  async successor(id: string): Promise<P | null> {
    const successors = await this.once('successors', () =>
      this.related.publications(this.principal, this.atHand.supersededByIds),
    );
    return successors.get(id) ?? null;
  }

  async groupsOf(ids: readonly string[]): Promise<readonly GroupRecord[]> {
    if (ids.length === 0) return [];
    const known = await this.once('groups', () => this.related.groups(this.principal, this.atHand.groupIds));
    return ids.map((id) => known.get(id)).filter((group) => group !== undefined);
  }

  async personsOf(ids: readonly string[], originId: string): Promise<readonly PersonView[]> {
    if (ids.length === 0 || !this.principal.held.has(originKey(originId))) return [];
    const people = await this.once('persons', () =>
      this.related.people(this.principal, this.atHand.personIds),
    );
    return ids.map((id) => people.get(id)).filter((person) => person !== undefined);
  }

  async releaserOf(id: string): Promise<PersonView | null> {
    const people = await this.once('releasers', () =>
      this.related.people(this.principal, this.atHand.releasedByIds),
    );
    return people.get(id) ?? null;
  }

  private history(): Promise<ReadonlyMap<string, History>> {
    return this.once('history', () => this.related.history(this.principal, this.atHand.publicationIds));
  }

  private once<T>(what: string, read: () => Promise<T>): Promise<T> {
    const known = this.read.get(what) as Promise<T> | undefined;
    if (known) return known;
    const reading = read();
    this.read.set(what, reading);
    return reading;
  }
}
