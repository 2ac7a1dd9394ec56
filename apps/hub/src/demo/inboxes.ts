import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { MarkInbox, Planner, ReadInbox } from '#delivery';
import type { WriteTx } from '#platform';
import { Community, type Roster } from './community/community.js';
import { PERSONAS } from './community/personas.js';

const PAGE = 100;
const LEFT_UNREAD = 6;

/** Fills the inboxes of the demo community as if its people had been there all the month. */
@Injectable()
export class Inboxes {
  constructor(
    private readonly community: Community,
    private readonly planner: Planner,
    private readonly inbox: ReadInbox,
    private readonly marking: MarkInbox,
  ) {}

  /** Plans the month's releases, of which nothing is sent; then those who can sign in have read all but the latest. */
  async fill(tx: WriteTx, roster: Roster): Promise<void> {
    await this.planner.catchUp(undefined, undefined, 'inbox');
    for (const { desk } of PERSONAS) {
      await this.readAllButLatest(await this.community.principal(tx, roster, desk));
    }
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
