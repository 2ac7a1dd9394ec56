import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { PostComment } from '#comments';
import type { AudienceInput, PublicationContentInput } from '#contract';
import { Acknowledge } from '#delivery';
import { timestamp, type WriteTx } from '#platform';
import {
  ChangeAudience,
  type Outcome,
  Publish,
  ReleaseDraft,
  RevisePublication,
  SetAlertLevel,
  WithdrawPublication,
} from '#publications';
import { Community, type Roster } from '../community/community.js';
import type { SetTime } from '../past-clock.js';
import type { Deed } from './deed.js';
import { type Address, type Handle, paragraphs, type Text } from './text.js';

/** Who reviews what one person may not release alone; not the hub desk that writes for the hub. */
const REVIEWER: Handle = 'HUB_ANALYST';
const HOUR = 3_600_000;
const CLOSING_LINE = '*Demonstration data: this did not happen.*';

interface Told {
  readonly id: string;
  readonly by: Handle;
  readonly text: Text;
  /** When it was told first. */
  readonly at: Date;
}

/** Has the community do what a month's deeds say, by the same services that serve everybody else. */
@Injectable()
export class Teller {
  constructor(
    private readonly community: Community,
    private readonly publish: Publish,
    private readonly releaseDraft: ReleaseDraft,
    private readonly revise: RevisePublication,
    private readonly changeAudience: ChangeAudience,
    private readonly withdraw: WithdrawPublication,
    private readonly acknowledge: Acknowledge,
    private readonly comment: PostComment,
    private readonly setLevel: SetAlertLevel,
  ) {}

  /** @param deeds in order of time */
  async tell(tx: WriteTx, roster: Roster, deeds: readonly Deed[], setTime: SetTime): Promise<void> {
    const told = new Map<string, Told>();
    for (const deed of deeds) {
      setTime(deed.at);
      // The audit log's entry is written when the transaction ends, and tells the deed's own time.
      tx.beforeCommit(async () => setTime(deed.at));
      await this.perform(tx, roster, deed, told);
    }
  }

  private async perform(tx: WriteTx, roster: Roster, deed: Deed, told: Map<string, Told>): Promise<void> {
    if (deed.what === 'PUBLISH') {
      const { key, by, text, at, supersedes } = deed;
      const outcome = await this.publish.perform(await this.community.principal(tx, roster, by), {
        content: contentOf(text, at, roster),
        ...(supersedes ? { supersedesIds: [known(told, supersedes).id] } : {}),
      });
      told.set(key, { id: await this.released(tx, roster, outcome), by, text, at });
      return;
    }
    if (deed.what === 'LEVEL') {
      const { by, region, level, tlp } = deed;
      const principal = await this.community.principal(tx, roster, by);
      const reason = paragraphs(deed.reason, CLOSING_LINE);
      await this.released(tx, roster, await this.setLevel.perform(principal, { region, level, reason, tlp }));
      return;
    }
    const first = known(told, deed.key);
    const { id } = first;
    const principal = await this.community.principal(tx, roster, 'by' in deed ? deed.by : first.by);
    switch (deed.what) {
      case 'REVISE': {
        const text = { ...first.text, ...deed.changes };
        const content = contentOf(text, first.at, roster);
        const revisionId = await presentRevision(tx, id);
        const outcome = await this.revise.perform(principal, { id, revisionId, content, note: deed.note });
        await this.released(tx, roster, outcome);
        told.set(deed.key, { ...first, text });
        return;
      }
      case 'ADDRESS': {
        const audience = audienceOf(deed.address, roster);
        const revisionId = await presentRevision(tx, id);
        const outcome = await this.changeAudience.perform(principal, { id, revisionId, audience });
        await this.released(tx, roster, outcome);
        told.set(deed.key, { ...first, text: { ...first.text, address: deed.address } });
        return;
      }
      case 'WITHDRAW':
        await this.withdraw.perform(principal, { id, reason: deed.reason });
        return;
      case 'ANSWER': {
        const { response, note = null } = deed;
        await this.acknowledge.perform(principal, { publicationId: id, response, note });
        return;
      }
      case 'COMMENT':
        await this.comment.perform(principal, { publicationId: id, text: deed.said });
    }
  }

  /** The publication's id; what waits for a second person is released by one. */
  private async released(tx: WriteTx, roster: Roster, outcome: Outcome): Promise<string> {
    if (outcome.outcome === 'RELEASED') return outcome.publicationId;
    const reviewer = await this.community.principal(tx, roster, REVIEWER);
    return this.released(
      tx,
      roster,
      await this.releaseDraft.perform(reviewer, { id: outcome.draftId, version: 1 }),
    );
  }
}

function known(told: ReadonlyMap<string, Told>, key: string): Told {
  const found = told.get(key);
  if (!found) throw new Error(`Nothing was told under the name ${key}.`);
  return found;
}

async function presentRevision(tx: WriteTx, id: string): Promise<string> {
  const [row] = await tx.rows<{ revisionId: string }>(
    sql`SELECT revision_id AS "revisionId" FROM publication WHERE id = ${id}`,
  );
  return row?.revisionId ?? '';
}

function contentOf(text: Text, toldAt: Date, roster: Roster): PublicationContentInput {
  const { address, hours, onBehalfOf, body, ...rest } = text;
  return {
    ...rest,
    body: paragraphs(...(body ? [body] : []), CLOSING_LINE),
    audience: audienceOf(address, roster),
    ...(hours === undefined ? {} : { expiresAt: timestamp(new Date(toldAt.getTime() + hours * HOUR)) }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOfId: roster.members.get(onBehalfOf) ?? '' }),
  };
}

const audienceOf = ({ regions, memberKinds, groups, desks }: Address, roster: Roster): AudienceInput => ({
  regions: regions ?? [],
  memberKinds: memberKinds ?? [],
  groupIds: (groups ?? []).map((group) => roster.groups.get(group) ?? ''),
  personIds: (desks ?? []).map((desk) => roster.people.get(desk) ?? ''),
});
