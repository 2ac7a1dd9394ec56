import type { MemberKind, Role } from '#access';
import type { RegionCode } from '#regions';
import type { Handle } from '../month/text.js';

/** Somebody at a demo office; named by desk, since nobody is invented. */
export interface Desk {
  readonly handle: Handle;
  readonly name: string;
  /** Under the reserved domain `.example` (RFC 2606), which no mail ever reaches. */
  readonly email: string;
  readonly roles: readonly Role[];
}

/** A member of the demo community with its people. The first is its contact, and has the office's own handle. */
export interface Office {
  readonly handle: Handle;
  readonly name: string;
  readonly kind: MemberKind;
  readonly jurisdiction: RegionCode | null;
  readonly agreedRegions?: readonly RegionCode[];
  readonly desks: readonly [Desk, ...Desk[]];
}
