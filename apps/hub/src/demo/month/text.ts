import type { MemberKind } from '#access';
import type { PublicationContentInput } from '#contract';
import type { Region, RegionCode } from '#regions';
import type { Random } from '../random.js';

/** Names an office of the demo community: a region's code, or a word of its own such as `CISA`. */
export type Handle = string;

/** Whom a text is addressed to, by handles, since ids are known only once the community is there. */
export interface Address {
  readonly regions?: readonly RegionCode[];
  readonly memberKinds?: readonly MemberKind[];
  /** Handles of sharing groups. */
  readonly groups?: readonly Handle[];
  /** Offices whose desks a RED text names. */
  readonly desks?: readonly Handle[];
}

/** What a demo publication says. */
export interface Text extends Omit<PublicationContentInput, 'audience' | 'onBehalfOfId' | 'expiresAt'> {
  readonly address: Address;
  /** The federal partner for which the hub speaks. */
  readonly onBehalfOf?: Handle;
  /** After how many hours it stops being current. */
  readonly hours?: number;
}

/** Where a text plays. */
export interface Scene {
  /** The county or state whose office writes. */
  readonly place: Region;
  readonly state: Region;
  readonly random: Random;
}

export type Telling = (scene: Scene) => Text;

export const paragraphs = (...parts: readonly string[]): string => parts.join('\n\n');

export const list = (...items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

export const steps = (...items: readonly string[]): string =>
  items.map((item, index) => `${index + 1}. ${item}`).join('\n');

/** A name as part of an address of the Internet: `doña Ana County` is `dona-ana-county`. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
