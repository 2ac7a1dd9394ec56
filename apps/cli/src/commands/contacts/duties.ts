import { usage } from '../../failure.js';
import { type DutyInput, ENUMS } from '../../generated/operations.generated.js';

type Weekday = (typeof ENUMS.Weekday)[number];

const DAYS = ENUMS.Weekday;
/** As people write the end of a day; the hub knows a day's first minute only. */
const MIDNIGHT = '24:00';

/** Hours on duty as people write them: `mon-fri 08:00-17:00; sat,sun 10:00-14:00`. */
export function dutiesOf(text: string): DutyInput[] {
  return text.split(';').map((part) => {
    const [days, hours, ...rest] = part.trim().split(/\s+/);
    const [from, until, ...more] = (hours ?? '').split('-');
    if (!days || !from || !until || rest.length > 0 || more.length > 0)
      throw usage(
        `"${part.trim()}" is no time on duty: write "mon-fri 08:00-17:00", several with ; between them.`,
      );
    return { days: days.split(',').flatMap(daysOf), from, until: until === MIDNIGHT ? '00:00' : until };
  });
}

/** A day or days in a row, past the end of the week too. */
function daysOf(text: string): Weekday[] {
  const [first, last = first, ...rest] = text.split('-').map(dayOf);
  if (first === undefined || last === undefined || rest.length > 0) throw usage(`"${text}" names no days.`);
  const count = (last - first + DAYS.length) % DAYS.length;
  return Array.from({ length: count + 1 }, (_, place) => DAYS[(first + place) % DAYS.length] as Weekday);
}

/** By its name, of which three letters are enough. */
function dayOf(text: string): number {
  const place = text.length < 3 ? -1 : DAYS.findIndex((day) => day.startsWith(text.toUpperCase()));
  if (place < 0) throw usage(`"${text}" is no day: write mon, tue, wed, thu, fri, sat or sun.`);
  return place;
}

const shortly = (day: Weekday): string => day.slice(0, 3).toLowerCase();

const ended = (until: string): string => (until === '00:00' ? MIDNIGHT : until);

/** The same the other way round: what is printed can be given again. */
export const dutiesText = (
  duties: readonly { days: readonly Weekday[]; from: string; until: string }[],
): string =>
  duties
    .map(({ days, from, until }) => `${days.map(shortly).join(',')} ${from}-${ended(until)}`)
    .join('; ') || 'always';
