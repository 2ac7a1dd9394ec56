import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  audienceKeys,
  type Key,
  loosens,
  may,
  type Principal,
  type PublicationKind,
  type Released,
  type Tlp,
  type Viewer,
} from '#access';
import type { AddIndicatorsInput, Attribution } from '#contract';
import { identityOf, TLP_MARKINGS, uuid5, WATCHFIRE_NAMESPACE } from '#exchange';
import { type MemberRecord, Members } from '#members';
import { badInput, CONFIG, type Config, conflict, forbidden, type WriteTx } from '#platform';
import {
  type Addressed,
  assertAddressed,
  Compose,
  Judge,
  lockStanding,
  originOf,
  required,
  type Standing,
} from '#publications';
import type { Fact } from '../log/facts.js';

/** What is said once for all indicators that are added together. */
export type SettingWish = Pick<AddIndicatorsInput, 'publicationId' | 'audience' | 'tlp' | 'attribution'>;

/** Whose they are, whom they are for and what they are part of; every question has been asked. */
export interface Setting {
  readonly originId: string;
  readonly attribution: Attribution;
  readonly tlp: Tlp;
  readonly keys: readonly Key[];
  readonly regions: readonly string[];
  readonly publicationId: string | null;
  readonly kind: PublicationKind | null;
  /** What the objects name: their marking, and who made them. */
  readonly facts: readonly Fact[];
  /** The same for the same setting: within it, the same value is kept once. */
  readonly scope: string;
}

const INPUT = ['input'];

/** Settles for whom indicators are: for whom their publication is now, or whom their sender addresses. */
@Injectable()
export class Settings {
  constructor(
    private readonly members: Members,
    private readonly compose: Compose,
    private readonly judge: Judge,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** @throws Refusal BAD_INPUT naming the field; NOT_FOUND, FORBIDDEN and CONFLICT for the publication */
  of(tx: WriteTx, principal: Principal, viewer: Viewer, wish: SettingWish): Promise<Setting> {
    return wish.publicationId == null
      ? this.alone(tx, principal, viewer, wish)
      : this.within(tx, principal, viewer, { ...wish, publicationId: wish.publicationId });
  }

  /**
   * For what came with a publication and is part of it since it was released: whoever released it answered for it.
   * @param marked how it is marked itself
   * @returns null where it cannot be part of it: a withdrawn one, or red in one that names no persons
   */
  async ofReleased(tx: WriteTx, standing: Standing, marked: Tlp | null): Promise<Setting | null> {
    const { tlp: present, audience, content } = standing.composed;
    if (standing.state === 'WITHDRAWN' || (marked === 'RED' && present !== 'RED')) return null;
    const tlp = marked !== null && loosens(marked, present) ? marked : present;
    const { originId, releasedById, id, kind } = standing;
    const origin = await originOf(this.members, tx, originId);
    const released = await this.judge.released(tx, { tlp, audience }, originId, releasedById);
    return this.made(origin, released, {
      originId,
      attribution: content.attribution,
      tlp,
      addressed: audience,
      standing: { id, kind },
    });
  }

  private async within(
    tx: WriteTx,
    principal: Principal,
    viewer: Viewer,
    { publicationId, audience, tlp: asked, attribution }: SettingWish & { publicationId: string },
  ): Promise<Setting> {
    const standing = required(await lockStanding(tx, principal, [publicationId]), publicationId);
    if (!may(viewer, 'indicator.add', { memberId: standing.originId }, principal.scopes)) throw forbidden();
    if (standing.state === 'WITHDRAWN') throw conflict('The publication has been withdrawn.');
    if (audience != null)
      throw badInput([...INPUT, 'audience'], 'Indicators of a publication are for whom it is for.');
    if (attribution != null)
      throw badInput([...INPUT, 'attribution'], 'Indicators of a publication are named as it is.');
    const present = standing.composed;
    const tlp = asked ?? present.tlp;
    if (loosens(present.tlp, tlp))
      throw badInput([...INPUT, 'tlp'], "This must not be looser than the publication's.");
    if (tlp === 'RED' && present.tlp !== 'RED')
      throw badInput([...INPUT, 'tlp'], 'TLP:RED goes to persons, whom this publication does not name.');
    return this.settled(tx, viewer, {
      originId: standing.originId,
      attribution: present.content.attribution,
      tlp,
      addressed: present.audience,
      standing,
    });
  }

  private async alone(
    tx: WriteTx,
    principal: Principal,
    viewer: Viewer,
    { audience, tlp: asked, attribution }: SettingWish,
  ): Promise<Setting> {
    if (audience == null)
      throw badInput([...INPUT, 'audience'], 'Say whom they are for, or of which publication they are.');
    const tlp = asked ?? 'AMBER';
    if (tlp === 'RED')
      throw badInput(
        [...INPUT, 'tlp'],
        'TLP:RED goes to persons: make them part of a publication that names some.',
      );
    const path = [...INPUT, 'audience'];
    const addressed = await this.compose.audience(tx, principal, audience, tlp, path);
    assertAddressed(addressed, tlp, path);
    const originId = viewer.member.id;
    return this.settled(tx, viewer, {
      originId,
      attribution: attribution ?? 'NAMED',
      tlp,
      addressed,
      standing: null,
    });
  }

  private async settled(
    tx: WriteTx,
    viewer: Viewer,
    { originId, attribution, tlp, addressed, standing }: Unsettled,
  ): Promise<Setting> {
    const origin = await originOf(this.members, tx, originId);
    const released = await this.judge.released(tx, { tlp, audience: addressed }, originId, viewer.personId);
    const reasons = this.judge.reviewReasons(origin, released, viewer, [
      standing?.authorId ?? viewer.personId,
    ]);
    // The audience of a publication was reviewed with it.
    if (reasons.includes('TWO_PERSON') || (standing === null && reasons.length > 0)) {
      throw forbidden(
        'This takes a second person: make them part of a publication that somebody else wrote.',
      );
    }
    return this.made(origin, released, { originId, attribution, tlp, addressed, standing });
  }

  private made(
    origin: MemberRecord,
    released: Released,
    { originId, attribution, tlp, addressed, standing }: Settled,
  ): Setting {
    const keys = [...audienceKeys(released)].sort();
    return {
      originId,
      attribution,
      tlp,
      keys,
      regions: addressed.regions,
      publicationId: standing?.id ?? null,
      kind: standing?.kind ?? null,
      facts: this.factsOf(origin, attribution, tlp),
      scope: digestOf([originId, standing?.id ?? attribution, tlp, keys, [...addressed.regions].sort()]),
    };
  }

  /** The hub speaks for whoever is not named. */
  private factsOf(origin: MemberRecord, attribution: Attribution, tlp: Tlp): Fact[] {
    const { publicUrl } = this.config;
    const hub = { id: uuid5(WATCHFIRE_NAMESPACE, publicUrl), name: 'Watchfire', kind: 'HUB' } as const;
    return [TLP_MARKINGS[tlp], identityOf(hub), ...(attribution === 'NAMED' ? [identityOf(origin)] : [])];
  }
}

interface Unsettled extends Settled {
  readonly standing: Standing | null;
}

interface Settled {
  readonly originId: string;
  readonly attribution: Attribution;
  readonly tlp: Tlp;
  readonly addressed: Addressed;
  readonly standing: Pick<Standing, 'id' | 'kind'> | null;
}

const digestOf = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
