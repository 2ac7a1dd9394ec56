import type { IndicatorInput } from '#contract';
import { readObservable } from '../values/observable.js';

/** What headers call the column that holds the value. */
const VALUE_COLUMNS = new Set([
  ...[
    'value',
    'indicator',
    'indicator value',
    'ioc',
    'ioc value',
    'observable',
    'ip',
    'ip address',
    'address',
  ],
  ...[
    'domain',
    'domain name',
    'hostname',
    'fqdn',
    'url',
    'uri',
    'email',
    'hash',
    'md5',
    'sha1',
    'sha256',
    'sha512',
  ],
]);
const COMMENT = /^(?:#|;|\/\/)/;
const COMMENT_AFTER = /\s(?:#|\/\/).*$/;
const PATTERN = /^[[(].*[=<>]|^[[(].*\b(?:IN|LIKE|MATCHES|EXISTS|ISSUBSET|ISSUPERSET)\b/;
const SEPARATORS = ['\t', ';', ','] as const;
const MOST_COLUMNS = 50;

/**
 * A list as others write it: a value or a pattern a line; or columns between tabs, semicolons or commas, of which the header says
 * which holds the value, and else the first that is one does.
 */
export class PlainList {
  private begun = false;
  private header: { readonly separator: string; readonly column: number } | null = null;

  /** @returns null for a line that holds nothing: an empty one, a comment, the header */
  read(line: string): IndicatorInput | null {
    const text = line.trim();
    if (text === '' || COMMENT.test(text)) return null;
    const first = !this.begun;
    this.begun = true;
    if (PATTERN.test(text)) return { pattern: text };
    if (this.header) return { value: this.inColumn(text, this.header) };
    if (readObservable(text)) return { value: text };
    const separator = SEPARATORS.find((one) => text.includes(one)) ?? null;
    if (first && this.isHeader(text, separator)) return null;
    const columns = separator === null ? [text] : columnsOf(text, separator);
    return { value: columns.map(bare).find((column) => readObservable(column)) ?? text };
  }

  /** A line that names a column of values, and holds none itself. */
  private isHeader(text: string, separator: string | null): boolean {
    const names = (separator === null ? [text] : columnsOf(text, separator)).map(bare);
    if (names.some((name) => readObservable(name))) return false;
    const column = names.findIndex((name) => VALUE_COLUMNS.has(name.toLowerCase().replaceAll('_', ' ')));
    if (column >= 0 && separator !== null) this.header = { separator, column };
    return column >= 0;
  }

  private inColumn(
    text: string,
    { separator, column }: { readonly separator: string; readonly column: number },
  ): string {
    return bare(columnsOf(text, separator)[column] ?? text);
  }
}

/** RFC 4180, for one line; a quote that never ends is a sign like any other. */
function columnsOf(line: string, separator: string): string[] {
  const columns: string[] = [];
  for (let at = 0; at <= line.length && columns.length < MOST_COLUMNS; ) {
    const quoted = line[at] === '"' ? line.indexOf(`"${separator}`, at + 1) : -1;
    const whole = line[at] === '"' && quoted < 0 && line.endsWith('"') ? line.length : -1;
    const end = quoted >= 0 ? quoted + 1 : whole >= 0 ? whole : line.indexOf(separator, at);
    columns.push(line.slice(at, end < 0 ? line.length : end));
    if (end < 0) break;
    at = end + 1;
  }
  return columns;
}

/** Without quotes around it, and without what is remarked behind it. */
const bare = (column: string): string =>
  column
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replaceAll('""', '"')
    .replace(COMMENT_AFTER, '')
    .trim();
