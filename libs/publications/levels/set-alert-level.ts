import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type Principal, setsLevelOf } from '#access';
import { Acting } from '#audit';
import type { AlertLevel, SetAlertLevelInput, Severity } from '#contract';
import { type MemberRecord, Members } from '#members';
import { badInput, cleanText, forbidden, unauthenticated, type WriteTx } from '#platform';
import { type Region, RegionsService } from '#regions';
import { regionsOf } from '../content/check-audience.js';
import { Compose } from '../content/compose.js';
import type { Composed } from '../content/content.js';
import { originOf } from '../release/origin.js';
import type { Outcome } from '../release/outcome.js';
import { ReleaseComposed } from '../release/release-composed.js';
import { assertMay, lockStanding, type Standing } from '../release/standing.js';

const LONGEST_REASON = 5_000;
const PATH = ['input'];

/** So that subscriptions which ask for a least severity hear of a level, and of no emergency. */
const SEVERITY_OF: Record<AlertLevel, Severity> = {
  LOW: 'BASELINE',
  GUARDED: 'LOW',
  ELEVATED: 'MEDIUM',
  HIGH: 'HIGH',
  SEVERE: 'SEVERE',
};

/**
 * Sets the alert level of a region. What says so is an advisory to the region, revised at each change: so that it is seen, reviewed,
 * delivered and audited as everything that is released.
 */
@Injectable()
export class SetAlertLevel {
  constructor(
    private readonly acting: Acting,
    private readonly members: Members,
    private readonly regions: RegionsService,
    private readonly compose: Compose,
    private readonly releasing: ReleaseComposed,
  ) {}

  /** @throws Refusal FORBIDDEN, BAD_INPUT */
  async perform(principal: Principal, input: SetAlertLevelInput): Promise<Outcome> {
    const { viewer } = principal;
    if (!viewer) throw unauthenticated();
    const deed = { principal, action: 'level.set', operation: 'setAlertLevel', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      assertMay(principal, 'level.set', viewer.member.id);
      const { region, line } = await this.regionOf(tx, input.region);
      if (!setsLevelOf(viewer.member, line)) {
        throw forbidden('A state sets the level of itself and of what lies under it, the hub of all.');
      }
      const origin = await originOf(this.members, tx, viewer.member.id);
      const standing = await ownStanding(tx, principal, origin, region);
      const release = {
        origin,
        composed: await this.composed(tx, principal, input, { region, origin, standing }),
        standing,
        note: null,
        originsWord: null,
        supersedes: [],
        draft: null,
        paths: { content: PATH, audience: [...PATH, 'region'] },
      };
      return this.releasing.release(tx, viewer, principal, release, tell);
    });
  }

  private async regionOf(tx: WriteTx, code: string): Promise<{ region: Region; line: readonly string[] }> {
    const field = [...PATH, 'region'];
    const tree = await this.regions.treeKnowing([code], tx);
    const [today = '', ...others] = regionsOf(code, field, tree);
    if (others.length > 0)
      throw badInput(field, 'Several regions took the place of this one: name one of them.');
    return { region: tree.region(today) as Region, line: tree.line(today) };
  }

  private async composed(
    tx: WriteTx,
    principal: Principal,
    input: SetAlertLevelInput,
    at: { region: Region; origin: MemberRecord; standing: Standing | null },
  ): Promise<Composed> {
    const { region, origin, standing } = at;
    const { level, instructions = null, expiresAt = null } = input;
    const tlp = input.tlp ?? standing?.composed.tlp ?? 'AMBER';
    if (tlp === 'RED') throw badInput([...PATH, 'tlp'], 'A level is for a region; TLP:RED is for persons.');
    const composed = await this.compose.content(
      tx,
      principal,
      {
        kind: 'ADVISORY',
        title: `Alert level of ${region.fullName}: ${level}`,
        body: cleanText(input.reason, {
          field: [...PATH, 'reason'],
          min: 1,
          max: LONGEST_REASON,
          multiline: true,
        }),
        ...{ instructions, expiresAt, tlp, severity: SEVERITY_OF[level], status: 'ACTUAL' },
        audience: { regions: [region.code] },
      },
      { path: PATH, origin, present: standing?.composed ?? null, alertLevel: { region: region.code, level } },
    );
    return standing ? { ...composed, audience: standing.composed.audience } : composed;
  }
}

/**
 * The advisory by which the member set the region's level so far, locked. Of one member only one sets a level at a time, so that there
 * is one advisory for each region.
 */
async function ownStanding(
  tx: WriteTx,
  principal: Principal,
  origin: MemberRecord,
  region: Region,
): Promise<Standing | null> {
  await tx.nextSequence('alert-level');
  const [row] = await tx.rows<{ id: string }>(sql`
    SELECT p.id FROM publication_level l JOIN publication p ON p.id = l.publication_id
    WHERE l.region = ${region.code} AND p.origin_id = ${origin.id} ORDER BY p.sequence DESC LIMIT 1`);
  if (!row) return null;
  return (await lockStanding(tx, principal, [row.id])).get(row.id) ?? null;
}
