import {
  attributeOf,
  checkMisp,
  eventsIn,
  indicatorsIn,
  type MispAttribute,
  type MispEvent,
  type Outgoing,
  type Source,
  toMisp,
} from '#exchange';
import type { IndicatorPart, Parts } from '#indicators';
import { json } from './json.js';

interface Made {
  /** The event that it was taken from, as it came. */
  readonly whole: string | undefined;
  readonly parts: Parts;
}

/** An event with the publication's indicators; one that came is as it came until one was added here. */
export function mispText(
  publication: Outgoing,
  source: Source,
  { whole, parts }: Made,
): { readonly text: string; readonly original: boolean } {
  const active = parts.indicators.filter(({ state }) => state === 'ACTIVE');
  const attributes = (some: readonly IndicatorPart[]): MispAttribute[] =>
    some.map((one) => attributeOf(pointed(one), publication.tlp));
  if (whole === undefined)
    return { text: json(toMisp(publication, source, attributes(active))), original: false };
  const [came] = eventsIn(JSON.parse(whole));
  const event = { Attribute: [], ...(came?.event as object) } as unknown as MispEvent;
  const present = new Set(indicatorsIn(checkMisp(came?.event, '')).map(({ uuid }) => uuid));
  const here = active.filter((one) => !present.has(uuidOf(one)));
  if (here.length === 0) return { text: whole, original: true };
  const { timestamp } = toMisp(publication, source).Event;
  const Event = { ...event, timestamp, Attribute: [...event.Attribute, ...attributes(here)] };
  return { text: json({ Event }), original: false };
}

const uuidOf = ({ objectId }: IndicatorPart): string => objectId.slice(objectId.indexOf('--') + 2);

const pointed = (part: IndicatorPart) => {
  const { description, validFrom } = part.details;
  return { ...part, uuid: uuidOf(part), description, validFrom };
};
