import { Injectable, Logger } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type Principal, principalOf } from '#access';
import { Audit, type AuditRecord } from '#audit';
import { Viewers } from '#members';
import { Clock, Database, forbidden, Refusal, type RefusalCode, timestamp, type WriteTx } from '#platform';
import { ReleaseDraft } from '../release/release-draft.js';
import { dueDrafts, findSchedule, putSchedule, removeSchedule, type Schedule } from './schedule.js';

const ACTION = 'publication.release';
const OPERATION = 'scheduledRelease';
const AT_ONCE = 20;
/** These say nothing about the release: it is tried again. */
const PASSING: readonly RefusalCode[] = ['TIMEOUT', 'UNAVAILABLE', 'INTERNAL'];

/**
 * Releases what has been scheduled once its time has come, with the rights that whoever scheduled it has then. Of several hubs
 * one releases a draft; what crashes half-way has not happened and is done by the next look.
 */
@Injectable()
export class DueReleases {
  private readonly logger = new Logger(DueReleases.name);

  constructor(
    private readonly database: Database,
    private readonly releasing: ReleaseDraft,
    private readonly viewers: Viewers,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Releases all that is due. @param signal stops it between two of them */
  async catchUp(signal?: AbortSignal): Promise<void> {
    const due = await this.database.read((tx) => dueDrafts(tx, timestamp(this.clock.now()), AT_ONCE));
    for (const draftId of due) {
      if (signal?.aborted) return;
      try {
        await this.release(draftId);
      } catch (error) {
        this.logger.error('A scheduled release failed; it is tried again.', error);
      }
    }
  }

  private async release(draftId: string): Promise<void> {
    try {
      await this.database.write(async (tx) => {
        const schedule = await this.take(tx, draftId);
        if (!schedule) return;
        const { version, note, supersedesIds } = schedule;
        const by = await this.byWhom(tx, schedule);
        if (!by?.viewer?.active || !by.viewer.member.active) throw forbidden();
        let about: Omit<AuditRecord, 'action'> = {};
        const ids = supersedesIds === null ? null : (JSON.parse(supersedesIds) as string[]);
        await this.releasing.inside(tx, by, { id: draftId, version, note, supersedesIds: ids }, (told) => {
          about = told;
        });
        // A draft that now needs a second person waits for review, and for its time no more.
        await removeSchedule(tx, draftId);
        this.audit.append(tx, by, {
          ...about,
          action: ACTION,
          detail: { operation: OPERATION, ...about.detail },
        });
      });
    } catch (error) {
      if (!(error instanceof Refusal) || PASSING.includes(error.code)) throw error;
      await this.refuse(draftId, error.code);
    }
  }

  private async refuse(draftId: string, refusal: RefusalCode): Promise<void> {
    await this.database.write(async (tx) => {
      const schedule = await this.take(tx, draftId);
      if (!schedule) return;
      await putSchedule(tx, { ...schedule, state: 'REFUSED', refusal });
      const detail = { operation: OPERATION, refusal };
      this.audit.append(tx, await this.byWhom(tx, schedule), {
        ...{ action: ACTION, objectType: 'draft', objectId: draftId, detail },
      });
    });
  }

  /** The schedule if it is still due, its draft locked; nothing if it was taken back, or somebody else is about it. */
  private async take(tx: WriteTx, draftId: string): Promise<Schedule | null> {
    if (tx.dialect === 'postgres') {
      const [free] = await tx.rows(sql`SELECT id FROM draft WHERE id = ${draftId} FOR UPDATE SKIP LOCKED`);
      if (!free) return null;
    }
    const schedule = await findSchedule(tx, draftId);
    return schedule?.state === 'WAITING' && schedule.at <= timestamp(this.clock.now()) ? schedule : null;
  }

  private async byWhom(tx: WriteTx, { personId }: Schedule): Promise<Principal | null> {
    const viewer = await this.viewers.load(tx, personId);
    return viewer && principalOf(viewer);
  }
}
