import { Injectable } from '@nestjs/common';
import { type Principal, principalOf } from '#access';
import { MarkInbox, Planner, ReadInbox } from '#delivery';
import { People, Viewers } from '#members';
import { Database } from '#platform';
import type { DemoAccount } from './demo-accounts.js';

const PAGE = 100;
const LEFT_UNREAD = 6;

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

  /** Plans the month's releases; then those who can sign in have read all but the latest. */
  async fill(readers: readonly DemoAccount[]): Promise<void> {
    await this.planner.catchUp();
    for (const { email } of readers) await this.readAllButLatest(await this.principal(email));
  }

  private principal(email: string): Promise<Principal> {
    return this.database.read(async (tx) => {
      const person = await this.people.byEmail(tx, email);
      return principalOf(await this.viewers.load(tx, person?.id ?? ''));
    });
  }

  private async readAllButLatest(reader: Principal): Promise<void> {
    const page = (first: number, after: string | null) =>
      this.inbox.page(reader, { states: ['UNREAD'], first, after });
    let { pageInfo } = await page(LEFT_UNREAD, null);
    while (pageInfo.hasNextPage) {
      const older = await page(PAGE, pageInfo.endCursor ?? null);
      const publicationIds = older.edges.map(({ node }) => node.publicationId);
      await this.marking.mark(reader, { publicationIds, state: 'READ' });
      pageInfo = older.pageInfo;
    }
  }
}
