import { Injectable } from '@nestjs/common';
import sql, { bulk } from 'sql-template-tag';
import { commentKeys, loosens, type Principal, type Tlp, type Viewer } from '#access';
import { Acting } from '#audit';
import type { PostCommentInput } from '#contract';
import { badInput, Clock, cleanText, conflict, Ids, timestamp, type WriteTx } from '#platform';
import { assertMay, lockStanding, releasedOf, required, type Standing } from '#publications';
import { RegionsService } from '#regions';
import { wakeComments } from './watch-comments.js';

const LONGEST = 5_000;
/** Of one person on one publication: they know of all of these, so that the bound tells them nothing. */
const MOST_OF_ONE_PERSON = 100;

/** Posts comments. */
@Injectable()
export class PostComment {
  constructor(
    private readonly acting: Acting,
    private readonly regions: RegionsService,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @returns the comment's id
   * @throws Refusal NOT_FOUND for a publication that is not there or not the viewer's to see; FORBIDDEN; BAD_INPUT;
   * CONFLICT for one that has been withdrawn
   */
  perform(principal: Principal, input: PostCommentInput): Promise<string> {
    const deed = { principal, action: 'comment.post', operation: 'postComment', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const { publicationId } = input;
      const standing = required(await lockStanding(tx, principal, [publicationId]), publicationId);
      const viewer = principal.viewer as Viewer;
      assertMay(principal, 'comment.post', viewer.member.id);
      if (standing.state === 'WITHDRAWN') {
        throw conflict('This has been withdrawn.', { field: ['input', 'publicationId'] });
      }
      const text = cleanText(input.text, { field: ['input', 'text'], min: 1, max: LONGEST, multiline: true });
      const tlp = tlpOf(input.tlp, standing.composed.tlp);
      await makeRoom(tx, viewer, publicationId);
      const id = await this.put(tx, viewer, standing, {
        text,
        tlp,
        attribution: input.attribution ?? 'NAMED',
      });
      wakeComments(tx, publicationId);
      tell({ objectType: 'comment', objectId: id, detail: { publicationId, tlp } });
      return id;
    });
  }

  private async put(
    tx: WriteTx,
    { personId, member }: Viewer,
    { id: publicationId, originId, releasedById, composed }: Standing,
    { text, tlp, attribution }: { text: string; tlp: Tlp; attribution: string },
  ): Promise<string> {
    const tree = await this.regions.treeKnowing(composed.audience.regions, tx);
    const on = releasedOf(composed, { originId, releasedById }, (code) => tree.line(code));
    const id = this.ids.id();
    const sequence = await tx.nextSequence('comment');
    await tx.execute(sql`
      INSERT INTO comment (id, sequence, publication_id, tlp, text, attribution, member_id, person_id, state, posted_at)
      VALUES (${id}, ${sequence}, ${publicationId}, ${tlp}, ${text}, ${attribution}, ${member.id}, ${personId}, 'POSTED',
        ${timestamp(this.clock.now())})`);
    const keys = commentKeys({ tlp, on, memberId: member.id, personId });
    await tx.execute(
      sql`INSERT INTO comment_key (sequence, key) VALUES ${bulk([...keys].map((key) => [sequence, key]))}`,
    );
    return id;
  }
}

/** No default is looser than AMBER, and nothing is looser than what it is about. @throws Refusal BAD_INPUT */
function tlpOf(asked: Tlp | null | undefined, publication: Tlp): Tlp {
  const tlp = asked ?? (loosens('AMBER', publication) ? 'AMBER' : publication);
  if (loosens(publication, tlp)) {
    throw badInput(['input', 'tlp'], 'A comment is no looser than its publication.');
  }
  return tlp;
}

/** Refuses one too many; the publication is locked, so parallel ones wait for each other. */
async function makeRoom(tx: WriteTx, { personId }: Viewer, publicationId: string): Promise<void> {
  const [row] = await tx.rows<{ count: number }>(sql`
    SELECT count(*) AS count FROM comment WHERE publication_id = ${publicationId} AND person_id = ${personId}`);
  if ((row?.count ?? 0) >= MOST_OF_ONE_PERSON) {
    throw badInput(
      ['input', 'publicationId'],
      `One person comments at most ${MOST_OF_ONE_PERSON} times on a publication.`,
    );
  }
}
