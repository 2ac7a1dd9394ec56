import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import type { IndicatorInput } from '#contract';
import { badInput, Clock, Database, Refusal, timestamp } from '#platform';
import { AddIndicators } from '../adding/add-indicators.js';
import type { ToAdd } from '../adding/adding.js';
import { readDetails } from '../adding/details.js';
import type { SettingWish } from '../adding/setting.js';
import { readSubject } from '../adding/subject.js';
import { type Line, linesOf } from './lines.js';

/** How a line is written: a bare value, or the JSON of an `IndicatorInput`. */
export type LineFormat = 'plain' | 'json';

/** What is told while a list is taken in, a line of JSON each. */
export type Report =
  | { readonly line: number; readonly refused: string; readonly field?: string }
  | { readonly line: number; readonly warning: string; readonly value: string }
  | ({ readonly progress: number } & Tally)
  | ({ readonly done: true } & Tally)
  | { readonly stopped: string; readonly code: string };

interface Tally {
  readonly added: number;
  readonly updated: number;
  readonly known: number;
  readonly refused: number;
}

const MOST_LINES = 1_000_000;
/** Indicators of one transaction. */
const AT_ONCE = 1_000;
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

/** Takes in a list of any length, some lines at a time: a bad line is told of and left out. */
@Injectable()
export class TakeIn {
  constructor(
    private readonly adding: AddIndicators,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks for whom they are before the first line is read.
   * @throws Refusal as `AddIndicators` does, for the setting
   */
  async begin(principal: Principal, wish: SettingWish): Promise<void> {
    await this.database.write((tx) => this.adding.rehearse(tx, principal, wish));
  }

  /** What is told so far is done for good, whatever comes after. */
  async *all(
    principal: Principal,
    wish: SettingWish,
    source: Readable,
    format: LineFormat,
  ): AsyncGenerator<Report> {
    const tally = { added: 0, updated: 0, known: 0, refused: 0 };
    const now = timestamp(this.clock.now());
    let batch: ToAdd[] = [];
    const flush = async () => {
      const entries = batch;
      batch = [];
      if (entries.length === 0) return;
      for (const { outcome } of await this.adding.together(principal, wish, entries))
        tally[outcome.toLowerCase() as 'added' | 'updated' | 'known'] += 1;
    };
    try {
      for await (const line of linesOf(source, MOST_LINES)) {
        const read = readLine(line, format, now);
        if (read === null) continue;
        if (read instanceof Refusal) {
          tally.refused += 1;
          const field = read.field?.join('.');
          yield { line: line.number, refused: read.message, ...(field && { field }) };
          continue;
        }
        batch.push(read);
        const { harmless, value } = read.subject;
        if (harmless) yield { line: line.number, warning: harmless, value: value ?? '' };
        if (batch.length < AT_ONCE) continue;
        await flush();
        yield { progress: line.number, ...tally };
      }
      await flush();
      yield { done: true, ...tally };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      yield { stopped: error.message, code: error.code };
    }
  }
}

/** @returns null for an empty line or a comment */
function readLine({ text }: Line, format: LineFormat, now: string): ToAdd | Refusal | null {
  try {
    if (text === null) throw badInput([], 'This line is too long, or not UTF-8.');
    const bare = text.trim();
    if (bare === '' || bare.startsWith('#')) return null;
    const input = format === 'json' ? readJson(bare) : ofPlain(bare);
    return {
      subject: readSubject(input, []),
      details: readDetails(input, [], now),
      dated: input.validFrom != null,
    };
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** A line of a plain list may hold a pattern too. */
const ofPlain = (text: string): IndicatorInput =>
  /^[[(].*[=<>]|^[[(].*\b(?:IN|LIKE|MATCHES|EXISTS|ISSUBSET|ISSUPERSET)\b/.test(text)
    ? { pattern: text }
    : { value: text };

/** @throws Refusal BAD_INPUT naming the field */
function readJson(text: string): IndicatorInput {
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
