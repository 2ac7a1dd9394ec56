import type { Tlp } from '#access';
import type { AffectedSystem } from '#contract';

/** `SEVERE` as `Severe`, `NOT_AFFECTED` as `Not affected`. */
export const worded = (code: string): string => {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const SYSTEMS: Partial<Record<AffectedSystem, string>> = { OFFICE_IT: 'E-mail and office IT' };

export const systemNames = (systems: readonly AffectedSystem[]): string =>
  systems.map((system) => SYSTEMS[system] ?? worded(system)).join(', ');

/** With whom something may be shared further, in a sentence each (after TLP 2.0, section 4). */
export const SHARING: Readonly<Record<Tlp, string>> = {
  CLEAR: 'It may be shared with anyone.',
  GREEN: 'It may be shared within the election community, and not in public.',
  AMBER: 'It is for those in your organization who need to know, and for those whom you serve.',
  AMBER_STRICT: 'It is for those in your organization who need to know, and for nobody else.',
  RED: 'It is for you alone.',
};

/** How moments are written in a time zone. */
interface Clocks {
  readonly moment: Intl.DateTimeFormat;
  readonly zone: Intl.DateTimeFormat;
}

/** By time zone: to make them takes longer than to write the rest of a letter. */
const clocks = new Map<string, Clocks>();
/** There are fewer zones; but each can be written in capitals or not. */
const MOST_KEPT = 1_000;

function clocksOf(timeZone: string): Clocks {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = {
    moment: new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'full', timeStyle: 'short' }),
    zone: new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' }),
  };
  if (clocks.size >= MOST_KEPT) clocks.clear();
  clocks.set(timeZone, made);
  return made;
}

/** A moment as the reader's clocks show it, with UTC beside it. */
export function moment(at: string, timeZone: string): string {
  const time = new Date(at);
  const here = clocksOf(timeZone);
  const zone = here.zone.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value;
  return `${here.moment.format(time)} ${zone ?? timeZone} (${at.slice(0, 16).replace('T', ' ')} UTC)`;
}
