import { Injectable } from '@nestjs/common';
import type { Principal, Viewer } from '#access';
import { Acting } from '#audit';
import type { AddIndicatorsInput } from '#contract';
import { badInput, Clock, timestamp, unauthenticated, type WriteTx } from '#platform';
import { type Added, Adding, type ToAdd } from './adding.js';
import { readDetails } from './details.js';
import { Settings, type SettingWish } from './setting.js';
import { readSubject } from './subject.js';

const MOST_AT_ONCE = 500;

/** Shares indicators on somebody's word: all of them, or none. */
@Injectable()
export class AddIndicators {
  constructor(
    private readonly acting: Acting,
    private readonly settings: Settings,
    private readonly adding: Adding,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal BAD_INPUT naming the field; NOT_FOUND, FORBIDDEN and CONFLICT for the publication */
  async perform(principal: Principal, input: AddIndicatorsInput): Promise<Added[]> {
    const path = ['input', 'indicators'];
    const { length } = input.indicators;
    if (length === 0 || length > MOST_AT_ONCE) throw badInput(path, `Give 1 to ${MOST_AT_ONCE} indicators.`);
    const now = timestamp(this.clock.now());
    const entries = input.indicators.map((given, index): ToAdd => {
      const at = [...path, String(index)];
      return {
        subject: readSubject(given, at),
        details: readDetails(given, at, now),
        dated: given.validFrom != null,
      };
    });
    return this.together(principal, input, entries);
  }

  /** Shares what has been read already, in one transaction. @param input as it was asked for */
  async together(
    principal: Principal,
    input: SettingWish & { readonly idempotencyKey?: string | null },
    entries: readonly ToAdd[],
  ): Promise<Added[]> {
    const viewer = mustBeSomebody(principal);
    const deed = { principal, action: 'indicator.add', operation: 'addIndicators', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const setting = await this.settings.of(tx, principal, viewer, input);
      const added = await this.adding.add(tx, setting, entries);
      const count = (outcome: Added['outcome']) => added.filter((one) => one.outcome === outcome).length;
      tell({
        objectType: setting.publicationId === null ? 'indicator' : 'publication',
        objectId: setting.publicationId ?? added[0]?.id ?? '',
        detail: { added: count('ADDED'), updated: count('UPDATED'), known: count('KNOWN'), tlp: setting.tlp },
      });
      return added;
    });
  }

  /** Whether they could be shared so, without sharing any. @throws Refusal as `perform` does */
  async rehearse(tx: WriteTx, principal: Principal, wish: SettingWish): Promise<void> {
    await this.settings.of(tx, principal, mustBeSomebody(principal), wish);
  }
}

function mustBeSomebody({ viewer }: Principal): Viewer {
  if (!viewer) throw unauthenticated();
  return viewer;
}
