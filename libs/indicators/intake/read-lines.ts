import type { IndicatorInput } from '#contract';
import { badInput, Refusal, timestamp } from '#platform';
import type { ToAdd } from '../adding/adding.js';
import { readDetails } from '../adding/details.js';
import { readSubject } from '../adding/subject.js';
import type { Line } from './lines.js';
import { PlainList } from './plain-list.js';

/** How a list is written: as others write lists, or a line of JSON for each `IndicatorInput`. */
export type LineFormat = 'plain' | 'json';

const FIELDS = [
  'value',
  'pattern',
  'description',
  'confidence',
  'validFrom',
  'validUntil',
  'killChainPhases',
];
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

/** Reads the lines of one list, in their order. */
export class ReadLines {
  private readonly plain = new PlainList();

  /** @param now RFC 3339 */
  constructor(
    private readonly format: LineFormat,
    private readonly now: string,
  ) {}

  /** @returns null for a line that holds nothing; a refusal for a bad one */
  read({ text }: Line): ToAdd | Refusal | null {
    try {
      if (text === null) throw badInput([], 'This line is too long, or not UTF-8.');
      const input = this.format === 'json' ? readJson(text) : this.plain.read(text);
      return (
        input && {
          subject: readSubject(input, []),
          details: readDetails(input, [], this.now),
          dated: input.validFrom != null,
        }
      );
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }
}

/** @returns null for an empty line or a comment. @throws Refusal BAD_INPUT naming the field */
function readJson(line: string): IndicatorInput | null {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return null;
  const parsed = parse(text);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw badInput([], 'A line is a JSON object.');
  const given = parsed as Record<string, unknown>;
  for (const name of Object.keys(given))
    if (!FIELDS.includes(name)) throw badInput([name], 'There is no such field.');
  for (const name of ['value', 'pattern', 'description'])
    if (given[name] != null && typeof given[name] !== 'string') throw badInput([name], 'This must be text.');
  if (given.confidence != null && typeof given.confidence !== 'number')
    throw badInput(['confidence'], 'This must be a number.');
  return {
    ...(given as IndicatorInput),
    validFrom: moment(given.validFrom, 'validFrom'),
    validUntil: moment(given.validUntil, 'validUntil'),
    killChainPhases: phases(given.killChainPhases),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badInput([], 'This line is not JSON.');
  }
}

function moment(value: unknown, field: string): string | null {
  if (value == null) return null;
  if (typeof value === 'string' && MOMENT.test(value) && !Number.isNaN(Date.parse(value)))
    return timestamp(new Date(value));
  throw badInput([field], 'Give a moment in RFC 3339, such as 2026-11-03T11:00:00Z.');
}

function phases(value: unknown): IndicatorInput['killChainPhases'] {
  if (value == null) return null;
  const isPhase = (one: unknown) =>
    typeof one === 'object' &&
    one !== null &&
    typeof (one as { killChain?: unknown }).killChain === 'string' &&
    typeof (one as { phase?: unknown }).phase === 'string';
  if (Array.isArray(value) && value.every(isPhase)) return value as IndicatorInput['killChainPhases'];
  throw badInput(['killChainPhases'], 'Give a list of {"killChain": …, "phase": …}.');
}
