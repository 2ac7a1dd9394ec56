import { Injectable } from '@nestjs/common';
import { type Principal, principalOf } from '#access';
import { MarkInbox, Planner, ReadInbox } from '#delivery';
import { People, Viewers } from '#members';
import { Database, timestamp } from '#platform';
import type { DemoAccount } from './demo-accounts.js';

const PAGE = 100;

/** Fills the inboxes of the demo community as if its people had been there all the month. */
@Injectable()
export class Inboxes {
  constructor(
    private readonly database: Database,
    private readonly planner: Planner,
    private readonly people: People,
    private readonly viewers: Viewers,
    private readonly inbox: ReadInbox,
    private readonly marking: MarkInbox,
  ) {}

  /** Plans the month's releases; then those who can sign in have read what came before `since`. */
  async fill(readers: readonly DemoAccount[], since: Date): Promise<void> {
    await this.planner.catchUp();
    for (const { email } of readers) await this.read(await this.principal(email), timestamp(since));
  }

  private principal(email: string): Promise<Principal> {
    return this.database.read(async (tx) => {
      const person = await this.people.byEmail(tx, email);
      return principalOf(await this.viewers.load(tx, person?.id ?? ''));
    });
  }

  private async read(reader: Principal, since: string): Promise<void> {
    for (let after: string | null = null; ; ) {
      const { edges, pageInfo } = await this.inbox.page(reader, { states: ['UNREAD'], first: PAGE, after });
      const old = edges.filter(({ node }) => node.arrivedAt < since).map(({ node }) => node.publicationId);
      if (old.length > 0) await this.marking.mark(reader, { publicationIds: old, state: 'READ' });
      after = pageInfo.endCursor ?? null;
      if (!pageInfo.hasNextPage) return;
    }
  }
}
