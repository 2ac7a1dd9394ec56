import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Principal, Viewer } from '#access';
import type { StixObject } from '#exchange';
import { amongTexts, RevokeIndicator } from '#indicators';
import { Database, Refusal } from '#platform';

/** Revokes indicators that their source has taken back: those that became the member's own. */
@Injectable()
export class RevokeTaken {
  constructor(
    private readonly database: Database,
    private readonly revoking: RevokeIndicator,
  ) {}

  async those(
    principal: Principal & { readonly viewer: Viewer },
    objects: readonly StixObject[],
  ): Promise<void> {
    const ids = objects.map(({ id }) => id);
    const standing = await this.database.read((tx) =>
      tx.rows<{ id: string }>(sql`
        SELECT id FROM indicator WHERE state = 'ACTIVE' AND origin_id = ${principal.viewer.member.id}
          AND object_id IN (${amongTexts(tx, ids)})`),
    );
    for (const { id } of standing) {
      try {
        await this.revoking.perform(principal, { id });
      } catch (error) {
        // Who may only draft revokes nothing, and somebody may have been first.
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }
}
