import type { Touched } from '../model/notice.js';
import type { Refused } from '../world/served-hub.js';
import type { World } from '../world/world.js';
import type { Actor } from './actors.js';

/** A mutation that somebody is about to ask for, and what it comes to in the proof's own facts. */
export interface Deed {
  /** A root field of Mutation. */
  readonly mutation: string;
  readonly by: Actor;
  readonly input: object | null;
  /** What is selected of the payload. */
  readonly payload: string;
  /** Writes down what happened. @returns what was touched */
  settle(payload: Payload): Touched[] | Promise<Touched[]>;
}

/** A payload: of what is selected by the deeds, everything; what a deed did not select is not there. */
export interface Payload {
  readonly id: string;
  readonly outcome: 'RELEASED' | 'SUBMITTED_FOR_REVIEW' | 'SCHEDULED';
  readonly publication: { readonly id: string; readonly revision: { readonly id: string } | null };
  readonly draft: {
    readonly id: string;
    readonly version: number;
    readonly revises?: { readonly id: string } | null;
  } | null;
  readonly comment: { readonly id: string };
  readonly subscription: { readonly id: string };
  readonly template: { readonly id: string; readonly version: number };
  readonly endpoint: { readonly id: string };
  readonly collection: { readonly id: string };
  readonly deliveryId: string;
  readonly group: { readonly id: string };
  readonly member: { readonly id: string };
  readonly invitation: { readonly id: string };
  readonly lines: readonly { readonly invitation: { readonly id: string }; readonly link: string }[];
  readonly link: string;
  readonly apiKey: { readonly id: string };
  readonly secret: string;
  readonly token: string;
  readonly viewer: { readonly sessions: readonly { readonly id: string; readonly current: boolean }[] };
  readonly email: string;
  readonly results: readonly { readonly outcome: string; readonly indicator: { readonly id: string } }[];
  readonly indicator: { readonly sightings: readonly { readonly id: string }[] };
}

export interface Done {
  readonly deed: Deed;
  readonly touched: readonly Touched[];
  /** The refusal, if it was refused; then nothing was touched. */
  readonly refused: Refused | null;
}

/** Plans a deed of one kind in a world, if there is one to do. */
export type Plan = (world: World) => Deed | null;
