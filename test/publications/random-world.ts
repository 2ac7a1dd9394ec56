import fc from 'fast-check';
import { MEMBER_KINDS, type MemberKind, PUBLICATION_KINDS, postsKind, type Released, TLPS } from '#access';
import type { PublicationContentInput, PublicationFilter } from '#contract';
import { AFFECTED_SYSTEMS, Publish, SEVERITIES, STATUSES } from '#publications';
import { builtInTree } from '#regions';
import { alert, type Hub, type Office } from './hub.js';

/** What was released, as a plain list: what every way of reading is held against. */
export interface Known {
  readonly id: string;
  readonly originId: string;
  readonly entries: Entry[];
}

export interface Entry {
  readonly sequence: number;
  readonly what: 'PUBLISHED' | 'REVISED' | 'AUDIENCE_CHANGED' | 'WITHDRAWN';
  readonly at: string;
  readonly released: Released;
  readonly content: PublicationContentInput;
}

const REGIONS = ['US', 'R05', '55', '17', '55025', '55079', '17031', '12'];
const SYSTEMS = AFFECTED_SYSTEMS.slice(0, 3);
const CVES = ['CVE-2026-0001', 'CVE-2026-0002', 'CVE-2025-0001'];
export const WORDS = ['ballot', 'pollbook', 'Élection', 'printer', 'poll', 'night'];
export const START = Date.parse('2026-11-03T12:00:00.000Z');

const texts = fc
  .array(fc.constantFrom(...WORDS, ...CVES), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '));

/** One thing that somebody does; what the hub refuses is skipped. */
export const anyDeed = fc.record({
  actor: fc.nat(1000),
  target: fc.nat(1000),
  what: fc.constantFrom('PUBLISH', 'PUBLISH', 'REVISE', 'CHANGE_AUDIENCE', 'WITHDRAW', 'SUPERSEDE'),
  regions: fc.subarray(REGIONS, { maxLength: 2 }),
  memberKinds: fc.oneof(fc.constant([]), fc.subarray([...MEMBER_KINDS], { maxLength: 2 })),
  groups: fc.subarray([0, 1, 2]),
  persons: fc.subarray([0, 1, 2, 3, 4, 5], { maxLength: 2 }),
  kind: fc.nat(1000),
  said: fc.record({
    title: texts,
    body: fc.option(texts),
    tlp: fc.constantFrom(...TLPS),
    attribution: fc.constantFrom('NAMED' as const, 'ANONYMOUS' as const),
    status: fc.constantFrom(...STATUSES),
    severity: fc.constantFrom(...SEVERITIES),
    affectedSystems: fc.subarray([...SYSTEMS]),
    cves: fc.subarray(CVES),
    expiresAt: fc.option(
      fc.integer({ min: 1, max: 300 }).map((n) => new Date(START + n * 1000).toISOString()),
    ),
  }),
});
export type Deed = typeof anyDeed extends fc.Arbitrary<infer T> ? T : never;

const times = fc.nat(300).map((n) => new Date(START + n * 1000).toISOString());
const seldom = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

export const anyFilter = (memberIds: readonly string[]): fc.Arbitrary<PublicationFilter> =>
  fc.record({
    kinds: seldom(fc.subarray([...PUBLICATION_KINDS])),
    tlps: seldom(fc.subarray([...TLPS])),
    severityAtLeast: seldom(fc.constantFrom(...SEVERITIES)),
    statuses: seldom(fc.subarray([...STATUSES])),
    regions: seldom(fc.subarray(REGIONS, { minLength: 1, maxLength: 2 })),
    affectedSystems: seldom(fc.subarray([...SYSTEMS])),
    originId: seldom(fc.constantFrom(...memberIds)),
    cve: seldom(fc.constantFrom(...CVES)),
    updatedFrom: seldom(times),
    updatedUntil: seldom(times),
    currentOnly: seldom(fc.boolean()),
  });

const PLACES = [
  ['STATE', '55'],
  ['STATE', '17'],
  ['LOCAL', '55025'],
  ['LOCAL', '17031'],
  ['FEDERAL', 'US'],
  ['HUB', 'US'],
  ['PARTNER', null],
] as const;

/** A small community in which things meet often. */
export class World {
  readonly known: Known[] = [];
  private sequence = 0;

  private constructor(
    readonly hub: Hub,
    readonly offices: readonly Office[],
    /** People who do nothing but read, one at each office. */
    readonly readers: readonly string[],
    private readonly groups: readonly { id: string; members: readonly number[] }[],
  ) {}

  static async in(hub: Hub): Promise<World> {
    const offices: Office[] = [];
    for (const [kind, region] of PLACES)
      offices.push(await hub.office(kind, region, { agreedRegions: ['US'] }));
    const readers: string[] = [];
    for (const { memberId } of offices) readers.push(await hub.person(memberId, ['VIEWER']));
    const groups = [];
    for (const members of [
      [0, 2, 6],
      [1, 3],
      [4, 6, 3],
    ]) {
      const [owner, ...rest] = members.map((index) => (offices[index] as Office).memberId);
      groups.push({ id: await hub.group(owner as string, ...rest), members });
    }
    return new World(hub, offices, readers, groups);
  }

  get people(): readonly string[] {
    return [...this.offices.map(({ personId }) => personId), ...this.readers];
  }

  /** @returns whether the hub let it happen */
  async do(deed: Deed): Promise<boolean> {
    this.hub.clock.set(new Date(START + this.known.length * 1000 + this.sequence));
    const actor = this.offices[deed.actor % this.offices.length] as Office;
    const audience = this.audienceOf(deed, this.offices.indexOf(actor));
    const standing = this.known.filter(
      ({ originId, entries }) => originId === actor.memberId && stands(entries),
    );
    const target = standing[deed.target % standing.length];
    const kinds = PUBLICATION_KINDS.filter((kind) => postsKind(this.kindOf(actor), kind));
    const content = alert({ ...deed.said, audience, kind: kinds[deed.kind % kinds.length] });
    try {
      if (deed.what === 'PUBLISH') {
        const outcome = await this.hub.tryPublish(actor, content);
        if (outcome.outcome !== 'RELEASED') return false;
        this.published(actor, outcome.publicationId, content);
      } else if (!target) {
        return false;
      } else if (deed.what === 'SUPERSEDE') {
        const input = { content, supersedesIds: [target.id] };
        const outcome = await this.hub.get(Publish).perform(await this.hub.as(actor), input);
        if (outcome.outcome !== 'RELEASED') return false;
        this.published(actor, outcome.publicationId, content);
        this.withdrawn(target);
      } else {
        return await this.change(deed, actor, target, content);
      }
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === 'Refusal') return false;
      throw error;
    }
  }

  private async change(
    deed: Deed,
    actor: Office,
    target: Known,
    content: PublicationContentInput,
  ): Promise<boolean> {
    const before = (target.entries.at(-1) as Entry).content;
    if (deed.what === 'WITHDRAW') {
      await this.hub.withdraw(actor, target.id);
      this.withdrawn(target);
      return true;
    }
    const { audience, tlp } = content;
    const revises = deed.what === 'REVISE';
    const next = revises ? { ...content, kind: before.kind } : { ...before, audience, tlp };
    const outcome = revises
      ? await this.hub.revise(actor, target.id, { content: next })
      : await this.hub.changeAudience(actor, target.id, { audience, tlp });
    if (outcome.outcome !== 'RELEASED') return false;
    this.add(target, revises ? 'REVISED' : 'AUDIENCE_CHANGED', next, actor);
    return true;
  }

  private kindOf(office: Office): MemberKind {
    return (PLACES[this.offices.indexOf(office)] as (typeof PLACES)[number])[0];
  }

  private audienceOf(deed: Deed, actor: number): PublicationContentInput['audience'] {
    if (deed.said.tlp === 'RED') {
      return {
        regions: deed.regions,
        personIds: deed.persons.map((index) => (this.offices[index] as Office).personId),
      };
    }
    const groups = deed.groups
      .map((index) => this.groups[index])
      .filter((group) => group?.members.includes(actor));
    return {
      regions: deed.regions,
      memberKinds: deed.memberKinds,
      groupIds: groups.map((group) => group?.id ?? ''),
    };
  }

  private published(actor: Office, id: string, content: PublicationContentInput): void {
    const known = { id, originId: actor.memberId, entries: [] };
    this.known.push(known);
    this.add(known, 'PUBLISHED', content, actor);
  }

  private withdrawn(target: Known): void {
    this.sequence += 1;
    const last = target.entries.at(-1) as Entry;
    target.entries.push({ ...last, sequence: this.sequence, what: 'WITHDRAWN', at: this.now });
  }

  private add(known: Known, what: Entry['what'], content: PublicationContentInput, actor: Office): void {
    this.sequence += 1;
    const { regions, memberKinds, groupIds, personIds } = content.audience;
    const released: Released = {
      tlp: content.tlp ?? 'AMBER',
      originId: known.originId,
      releasedById: actor.personId,
      audience: {
        regions: (regions ?? []).map((code) => builtInTree.line(code)),
        memberKinds: memberKinds ?? [],
        groupIds: groupIds ?? [],
        personIds: personIds ?? [],
      },
    };
    known.entries.push({ sequence: this.sequence, what, at: this.now, released, content });
  }

  private get now(): string {
    return this.hub.clock.now().toISOString();
  }
}

export const stands = (entries: readonly Entry[]): boolean => entries.at(-1)?.what !== 'WITHDRAWN';
