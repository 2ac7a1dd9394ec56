import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type Action, may, type Principal, type Viewer } from '#access';
import { Acting } from '#audit';
import type { SetPreferencesInput, SubscriptionOwner } from '#contract';
import { Clock, forbidden, timestamp, type WriteTx } from '#platform';
import { storedOf } from './preferences.js';
import { reachabilityOf, type Stored } from './reachability.js';
import { readWish } from './read-wish.js';

const actionOn = (owner: SubscriptionOwner): Action =>
  owner === 'PERSON' ? 'preferences.setOwn' : 'preferences.setMember';

/** Sets how one is reached and, as coordinator, how one's member's people are. */
@Injectable()
export class SetPreferences {
  constructor(
    private readonly acting: Acting,
    private readonly clock: Clock,
  ) {}

  /** @returns whose they are. @throws Refusal BAD_INPUT naming the field; FORBIDDEN for a member's without being its coordinator */
  set(principal: Principal, input: SetPreferencesInput): Promise<SubscriptionOwner> {
    const owner = input.owner ?? 'PERSON';
    const action = actionOn(owner);
    return this.acting.perform(
      { principal, action, operation: 'setPreferences', input },
      async (tx, tell) => {
        const { personId, member } = principal.viewer as Viewer;
        const target = owner === 'PERSON' ? { personId } : { memberId: member.id };
        if (!may(principal.viewer, action, target, principal.scopes)) throw forbidden();
        const ownerId = owner === 'PERSON' ? personId : member.id;
        await lock(tx, ownerId);
        const rows = await storedOf(tx, [personId, member.id]);
        const above = owner === 'PERSON' ? [rows.get(member.id)] : [];
        const stored = rows.get(ownerId);
        const reach = reachabilityOf([stored, ...above], { member });
        await this.keep(tx, ownerId, readWish(input, { stored, reach }));
        tell({ objectType: 'preferences', objectId: ownerId, detail: { owner } });
        return owner;
      },
    );
  }

  /** Takes e-mail away from somebody as far as it can be switched off, on their own word in a mail. */
  async silence(principal: Principal, via: string): Promise<void> {
    const deed = { principal, action: 'preferences.setOwn', operation: 'unsubscribe', input: {} } as const;
    await this.acting.perform(deed, async (tx, tell) => {
      const { personId } = principal.viewer as Viewer;
      await lock(tx, personId);
      const stored = (await storedOf(tx, [personId])).get(personId);
      const channels = JSON.stringify(['OFF', 'OFF', 'OFF', 'OFF', 'OFF', 'AT_ONCE']);
      await this.keep(tx, personId, { ...NOTHING, ...stored, channels });
      tell({ objectType: 'preferences', objectId: personId, detail: { via } });
    });
  }

  private async keep(tx: WriteTx, ownerId: string, stored: Stored): Promise<void> {
    const { channels, webhooks, quietHours, timeZone, digest } = stored;
    await tx.execute(sql`
      INSERT INTO preference (owner_id, channels, webhooks, quiet_hours, time_zone, digest, updated_at)
      VALUES (${ownerId}, ${channels}, ${webhooks}, ${quietHours}, ${timeZone}, ${digest}, ${timestamp(this.clock.now())})
      ON CONFLICT (owner_id) DO UPDATE SET channels = excluded.channels, webhooks = excluded.webhooks,
        quiet_hours = excluded.quiet_hours,
        time_zone = excluded.time_zone, digest = excluded.digest, updated_at = excluded.updated_at`);
  }
}

const NOTHING: Stored = { channels: null, webhooks: null, quietHours: null, timeZone: null, digest: null };

/** Two changes of one owner's wait for each other, also while there is no row yet. */
async function lock(tx: WriteTx, ownerId: string): Promise<void> {
  if (tx.dialect === 'postgres')
    await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`preference/${ownerId}`}, 0))`);
}
