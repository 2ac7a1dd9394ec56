import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { Clock, Database, Refusal, timestamp } from '#platform';
import { AddIndicators } from '../adding/add-indicators.js';
import type { ToAdd } from '../adding/adding.js';
import type { SettingWish } from '../adding/setting.js';
import { linesOf } from './lines.js';
import { type LineFormat, ReadLines } from './read-lines.js';

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
      const lines = new ReadLines(format, now);
      for await (const line of linesOf(source, MOST_LINES)) {
        const read = lines.read(line);
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
