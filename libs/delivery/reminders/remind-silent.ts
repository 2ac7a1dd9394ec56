import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { may, type Principal } from '#access';
import { Acting } from '#audit';
import type { RemindSilentInput } from '#contract';
import { Mailer } from '#mail';
import { conflict, forbidden, type WriteTx } from '#platform';
import { lockStanding, required, type Standing } from '#publications';
import { PutDeliveries } from '../queue/put-deliveries.js';

/** Whom a reminder went to. */
export interface Reminded {
  readonly publicationId: string;
  readonly memberCount: number;
  readonly personCount: number;
}

interface Silent {
  readonly personId: string;
  readonly memberId: string;
}

/** Asks once more, for the sender, those who have not answered. */
@Injectable()
export class RemindSilent {
  constructor(
    private readonly acting: Acting,
    private readonly deliveries: PutDeliveries,
    private readonly mailer: Mailer,
  ) {}

  /**
   * Each is reminded once of one release, however often this is called. Of what is red only the origin's own people know whom it
   * reached.
   * @throws Refusal NOT_FOUND, FORBIDDEN; CONFLICT for what was withdrawn, and where no mail is sent
   */
  perform(principal: Principal, input: RemindSilentInput): Promise<Reminded> {
    const deed = { principal, action: 'publication.remind', operation: 'remindSilent', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const { publicationId } = input;
      const standing = required(await lockStanding(tx, principal, [publicationId]), publicationId);
      assertRemindable(principal, standing);
      if (!this.mailer.isOn) throw conflict('This hub sends no mail.');
      const silent = await silentOf(tx, standing);
      await this.deliveries.put(
        tx,
        silent.map(({ personId, memberId }) => ({
          channel: 'EMAIL',
          address: personId,
          personId,
          memberId,
          publicationId,
          sequence: standing.sequence,
          reason: 'REMINDER',
        })),
      );
      const reminded = {
        publicationId,
        memberCount: new Set(silent.map(({ memberId }) => memberId)).size,
        personCount: silent.length,
      };
      tell({ objectType: 'publication', objectId: publicationId, detail: { people: silent.length } });
      return reminded;
    });
  }
}

function assertRemindable({ viewer, scopes }: Principal, { originId, state, composed }: Standing): void {
  const own = viewer?.member.id === originId;
  if (!may(viewer, 'publication.remind', { memberId: originId }, scopes)) throw forbidden();
  if (composed.tlp === 'RED' && !own) throw forbidden();
  if (state === 'WITHDRAWN') throw conflict('This has been withdrawn; nobody need answer it.');
}

/** The active people of members that have not answered, and who were not reminded of this release. */
const silentOf = (tx: WriteTx, { id, originId, sequence }: Standing): Promise<Silent[]> =>
  tx.rows<Silent>(sql`
    SELECT i.person_id AS "personId", i.member_id AS "memberId" FROM inbox_item i
    JOIN person p ON p.id = i.person_id JOIN member m ON m.id = i.member_id
    WHERE i.publication_id = ${id} AND i.member_id <> ${originId}
      AND p.suspended_at IS NULL AND m.suspended_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM acknowledgement a WHERE a.publication_id = ${id} AND a.member_id = i.member_id)
      AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.publication_id = ${id} AND d.sequence = ${sequence}
        AND d.channel = 'EMAIL' AND d.address = i.person_id AND d.reason = 'REMINDER')`);
