import { CsvError, parse } from 'csv-parse/sync';
import { Unreadable } from '../reading/unreadable.js';
import { type KevCatalogue, type KevEntry, MOST_ENTRIES, readEntry } from './kev.js';

const HEADER = /^\s*"?cveID"?\s*,/;
const LONGEST_LINE = 50_000;

export const isKevCsv = (text: string): boolean => HEADER.test(text);

/**
 * The catalogue as CISA gives it beside the JSON: a header with the names of the properties, and a line for each entry. It says
 * no version; the day on which the last of its entries was added stands for it.
 * @throws Unreadable naming the line
 */
export function readKevCsv(text: string): KevCatalogue {
  const seen = new Set<string>();
  const entries: KevEntry[] = [];
  eachRecord(text, (record, lines) => {
    const line = `line ${lines}`;
    if (entries.length === MOST_ENTRIES)
      throw new Unreadable(line, `This holds more than ${MOST_ENTRIES} entries.`);
    const entry = readEntry(record, (name) => `${line}, ${name}`);
    if (seen.has(entry.cve)) throw new Unreadable(line, 'It names this CVE twice.');
    seen.add(entry.cve);
    entries.push(entry);
  });
  const last = entries
    .map(({ addedOn }) => addedOn)
    .sort()
    .at(-1);
  if (last === undefined) throw new Unreadable('line 1', 'There is nothing below the header.');
  return { version: last.replaceAll('-', '.'), entries };
}

/** One by one, and none is kept: as a record, a line takes many times what it takes as text. */
function eachRecord(text: string, take: (record: unknown, lines: number) => void): void {
  try {
    parse(text, {
      bom: true,
      columns: true,
      skipEmptyLines: true,
      trim: true,
      maxRecordSize: LONGEST_LINE,
      onRecord: (record, { lines }) => {
        take(record, lines);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Unreadable(`line ${String(error.lines ?? 1)}`, 'This is no CSV from here on.');
  }
}
