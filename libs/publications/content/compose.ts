import { Injectable } from '@nestjs/common';
import { type Principal, postsKind, type Tlp } from '#access';
import type { AudienceInput, PublicationContentInput } from '#contract';
import { Groups, knowsPerson, type MemberRecord, Members, People } from '#members';
import { badInput, type Tx } from '#platform';
import { RegionsService } from '#regions';
import { checkAudience } from './check-audience.js';
import { checkContent } from './check-content.js';
import type { Addressed, Composed, Content, LevelSetting } from './content.js';

type Path = readonly string[];

/** Where the input lies, whose publication it is or will be, and what stands so far. */
export interface Setting {
  readonly path: Path;
  readonly origin: MemberRecord;
  /** The present revision, when this is to be the next one: it fills in what is not said. */
  readonly present: Composed | null;
  /** The alert level that it is to set; by default that of the present revision, if it set one. */
  readonly alertLevel?: LevelSetting | undefined;
  /** Whether it tells of new entries of the KEV catalogue; by default as the present revision does. */
  readonly catalogueNews?: true | undefined;
}

/** From what somebody wrote to what can be stored: form, what the origin may post, and whom the writer may name. */
@Injectable()
export class Compose {
  constructor(
    private readonly members: Members,
    private readonly people: People,
    private readonly groups: Groups,
    private readonly regions: RegionsService,
  ) {}

  /** @throws Refusal BAD_INPUT naming the field */
  async content(
    tx: Tx,
    writer: Principal,
    input: PublicationContentInput,
    setting: Setting,
  ): Promise<Composed> {
    const { path, origin, present } = setting;
    const unsaid = present?.content ?? ({ attribution: 'NAMED', status: 'ACTUAL' } as const);
    const tlp = input.tlp ?? present?.tlp ?? 'AMBER';
    const alertLevel = setting.alertLevel ?? present?.content.alertLevel;
    const catalogueNews = setting.catalogueNews ?? present?.content.catalogueNews;
    const content = {
      ...checkContent(input, path, unsaid),
      ...(alertLevel && { alertLevel }),
      ...(catalogueNews && { catalogueNews }),
    };
    if (present && content.kind !== present.content.kind) {
      throw badInput([...path, 'kind'], 'A revision keeps the kind of its publication.');
    }
    await this.assertPostable(tx, content, origin, path);
    return {
      tlp,
      content,
      audience: await this.audience(tx, writer, input.audience, tlp, [...path, 'audience']),
    };
  }

  /** @throws Refusal BAD_INPUT naming the field */
  async audience(tx: Tx, writer: Principal, input: AudienceInput, tlp: Tlp, path: Path): Promise<Addressed> {
    const tree = await this.regions.treeKnowing((input.regions ?? []).slice(0, 1000), tx);
    const audience = checkAudience(input, tlp, path, tree);
    await this.assertGroups(audience, writer.viewer?.member.id ?? '', path);
    await this.assertKnown(writer, audience, path);
    return audience;
  }

  /** Asks again of what was written earlier whether it may still be said so. @throws Refusal BAD_INPUT naming the field */
  async assertStill(
    tx: Tx,
    { content, audience }: Composed,
    origin: MemberRecord,
    writerMemberId: string,
    path: Path,
  ) {
    await this.assertPostable(tx, content, origin, path);
    await this.assertGroups(audience, writerMemberId, [...path, 'audience']);
  }

  private async assertPostable(tx: Tx, content: Content, origin: MemberRecord, path: Path): Promise<void> {
    if (!postsKind(origin.kind, content.kind)) {
      throw badInput([...path, 'kind'], 'A member of this kind does not post this kind of publication.');
    }
    if (content.onBehalfOfId === null) return;
    const field = [...path, 'onBehalfOfId'];
    if (origin.kind !== 'HUB') throw badInput(field, 'Only the hub posts on behalf of another.');
    if (content.attribution === 'ANONYMOUS')
      throw badInput(field, 'What is anonymous names nobody on whose behalf it is.');
    const partner = await this.members.get(tx, content.onBehalfOfId);
    if (partner?.kind !== 'FEDERAL' || partner.suspended)
      throw badInput(field, 'There is no such federal partner.');
  }

  private async assertGroups({ groupIds }: Addressed, memberId: string, path: Path): Promise<void> {
    if (groupIds.length === 0) return;
    const own = new Set(await this.groups.idsOf(memberId));
    groupIds.forEach((id, index) => {
      if (!own.has(id))
        throw badInput([...path, 'groupIds', String(index)], 'Your member is in no such group.');
    });
  }

  private async assertKnown(writer: Principal, { personIds }: Addressed, path: Path): Promise<void> {
    if (personIds.length === 0) return;
    const people = await this.people.byIds(personIds);
    personIds.forEach((id, index) => {
      const person = people.get(id);
      if (!person || !knowsPerson(writer, person)) {
        throw badInput([...path, 'personIds', String(index)], 'You know of no such person.');
      }
    });
  }
}
