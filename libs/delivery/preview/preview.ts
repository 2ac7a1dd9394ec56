import { Injectable } from '@nestjs/common';
import { may, opens, type Principal, PUBLIC_KEY } from '#access';
import { firstOf, type PublicationContentInput, type ReviewReason } from '#contract';
import { type MemberRecord, Members } from '#members';
import { Database, forbidden, unauthenticated } from '#platform';
import { Rehearse } from '#publications';
import { byName } from '../by-name.js';
import { Recipients } from '../planning/recipients.js';
import { Tally } from './tally.js';

/** Who would see a publication, and how many would hear of it. */
export interface Previewed {
  readonly tally: Tally;
  readonly public: boolean;
  readonly reviewReasons: readonly ReviewReason[];
}

/** Says exactly who would see a publication and how many would be notified, were it released now; it changes nothing. */
@Injectable()
export class Preview {
  constructor(
    private readonly database: Database,
    private readonly rehearsal: Rehearse,
    private readonly recipients: Recipients,
    private readonly members: Members,
  ) {}

  /** @throws Refusal UNAUTHENTICATED, FORBIDDEN, and BAD_INPUT as releasing it would */
  async of(principal: Principal, content: PublicationContentInput): Promise<Previewed> {
    const { viewer, scopes } = principal;
    if (viewer === null) throw unauthenticated();
    if (!may(viewer, 'publication.preview', { memberId: viewer.member.id }, scopes)) throw forbidden();
    return this.database.read(async (tx) => {
      const { keys, released, facts, reviewReasons } = await this.rehearsal.of(tx, principal, content, [
        'content',
      ]);
      const seeking = { released, severity: facts.severity, locks: [keys], topic: facts };
      const tally = new Tally();
      for (let after = '', more = true; more; ) {
        const part = await this.recipients.part(tx, seeking, after, { everyone: true });
        for (const concerned of part.people) tally.add(concerned);
        ({ last: after, more } = part);
      }
      return { tally, public: opens(new Set([PUBLIC_KEY]), keys), reviewReasons };
    });
  }

  /** The first members that could see it, by name. @throws Refusal BAD_INPUT for a size out of bounds */
  async firstMembers({ tally }: Previewed, first: number | null | undefined): Promise<MemberRecord[]> {
    const size = firstOf(first);
    const members = await this.members.byIds(tally.members.keys());
    return [...members.values()].sort(byName).slice(0, size);
  }
}
