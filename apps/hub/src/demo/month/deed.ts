import type { Tlp } from '#access';
import type { AcknowledgementResponse, AlertLevel } from '#contract';
import type { RegionCode } from '#regions';
import type { Address, Handle, Text } from './text.js';

interface At {
  readonly at: Date;
  /** The publication, by the name that its first deed gave it. */
  readonly key: string;
}

/** Something that an office of the demo community did. */
export type Deed =
  | (At & {
      readonly what: 'PUBLISH';
      readonly by: Handle;
      readonly text: Text;
      readonly supersedes?: string;
    })
  | (At & { readonly what: 'REVISE'; readonly changes: Partial<Text>; readonly note: string })
  | (At & { readonly what: 'ADDRESS'; readonly address: Address })
  | (At & { readonly what: 'WITHDRAW'; readonly reason: string })
  | (At & {
      readonly what: 'ANSWER';
      readonly by: Handle;
      readonly response: AcknowledgementResponse;
      readonly note?: string;
    })
  | (At & { readonly what: 'COMMENT'; readonly by: Handle; readonly said: string })
  | Level;

/** An alert level that an office set. */
export interface Level {
  readonly what: 'LEVEL';
  readonly at: Date;
  readonly by: Handle;
  readonly region: RegionCode;
  readonly level: AlertLevel;
  readonly reason: string;
  readonly tlp: Tlp;
}

export type Publish = Extract<Deed, { what: 'PUBLISH' }>;

/** Something to be told, not yet at its time. */
export interface Planned {
  readonly key: string;
  readonly by: Handle;
  readonly text: Text;
  /** The day of the month from 0 and the hour (UTC), where they are not left to chance. */
  readonly when?: { readonly day: number; readonly hour: number };
}
