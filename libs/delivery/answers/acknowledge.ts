import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { may, type Principal, type Viewer } from '#access';
import { Acting } from '#audit';
import type { AcknowledgeInput } from '#contract';
import { badInput, Clock, cleanText, conflict, forbidden, timestamp, type WriteTx } from '#platform';
import { lockStanding, required, type Standing } from '#publications';
import { Escalations } from '../escalation/escalations.js';
import { wakeReach } from '../reach/watch-reach.js';

const LONGEST_NOTE = 1_000;

/** Answers a publication for one's member. */
@Injectable()
export class Acknowledge {
  constructor(
    private readonly acting: Acting,
    private readonly clock: Clock,
    private readonly escalations: Escalations,
  ) {}

  /**
   * @param via how it came, where that was not by the interface
   * @returns the publication's id
   * @throws Refusal NOT_FOUND for one that is not there or not the viewer's to see; FORBIDDEN; BAD_INPUT for one's own;
   * CONFLICT for one that has been withdrawn
   */
  perform(principal: Principal, input: AcknowledgeInput, via?: string): Promise<string> {
    const deed = { principal, action: 'publication.acknowledge', operation: 'acknowledge', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const { publicationId } = input;
      const standing = required(await lockStanding(tx, principal, [publicationId]), publicationId);
      const viewer = principal.viewer as Viewer;
      assertAnswerable(principal, viewer, standing);
      await this.answer(tx, viewer, standing, {
        response: input.response,
        note: readNote(input.note),
      });
      tell({
        objectType: 'publication',
        objectId: publicationId,
        detail: { response: input.response, ...(via === undefined ? {} : { via }) },
      });
      return publicationId;
    });
  }

  /** The member has answered before all its people; the one who did has also read it, wherever they found it. */
  private async answer(
    tx: WriteTx,
    { personId, member }: Viewer,
    { id, sequence, composed }: Standing,
    { response, note }: { response: string; note: string | null },
  ): Promise<void> {
    const now = timestamp(this.clock.now());
    await tx.execute(sql`
      INSERT INTO acknowledgement (publication_id, member_id, response, note, person_id, sequence, at)
      VALUES (${id}, ${member.id}, ${response}, ${note}, ${personId}, ${sequence}, ${now})
      ON CONFLICT (publication_id, member_id) DO UPDATE SET response = excluded.response, note = excluded.note,
        person_id = excluded.person_id, sequence = excluded.sequence, at = excluded.at`);
    await this.escalations.answered(tx, id, member.id);
    await tx.execute(sql`
      UPDATE inbox_item SET state = 'ACKNOWLEDGED' WHERE publication_id = ${id} AND member_id = ${member.id}`);
    await tx.execute(sql`
      INSERT INTO inbox_item (person_id, publication_id, member_id, because, state, asks, arrived_sequence, arrived_at,
        read_at, opened_at)
      VALUES (${personId}, ${id}, ${member.id}, 'ANSWERED', 'ACKNOWLEDGED',
        ${composed.content.acknowledgeWithinMinutes !== null}, ${sequence}, ${now}, ${now}, ${now})
      ON CONFLICT (publication_id, member_id, person_id) DO UPDATE SET
        read_at = coalesce(inbox_item.read_at, excluded.read_at),
        opened_at = coalesce(inbox_item.opened_at, excluded.opened_at)`);
    wakeReach(tx, [id]);
  }
}

function assertAnswerable({ scopes }: Principal, viewer: Viewer, { originId, state }: Standing): void {
  const field = ['input', 'publicationId'];
  if (!may(viewer, 'publication.acknowledge', { memberId: viewer.member.id }, scopes)) throw forbidden();
  if (originId === viewer.member.id) throw badInput(field, 'This is your own; it is for others to answer.');
  if (state === 'WITHDRAWN')
    throw conflict('This has been withdrawn; there is nothing left to answer.', { field });
}

function readNote(note: string | null | undefined): string | null {
  if (note == null) return null;
  return cleanText(note, { field: ['input', 'note'], max: LONGEST_NOTE, multiline: true }) || null;
}
