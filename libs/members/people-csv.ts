import { CsvError, parse } from 'csv-parse/sync';
import { ROLES, type Role } from '#access';
import { badInput, cleanText, type FieldPath } from '#platform';

/** A line that names somebody to invite. */
export interface PersonLine {
  /** From 1; the header is a line too. */
  readonly line: number;
  readonly email: string;
  readonly name: string;
  /** As written; `rolesIn` reads them. */
  readonly roles: string;
}

const COLUMNS = ['email', 'name', 'roles'] as const;
const MOST_PEOPLE = 200;
const LONGEST = 100_000;
const LONGEST_LINE = 2_000;

/**
 * Reads CSV (RFC 4180) with a header of `email`, `name` and `roles` in any order.
 * @throws Refusal BAD_INPUT for what is no such text as a whole, and for too many people
 */
export function readPeopleCsv(csv: string, field: FieldPath): PersonLine[] {
  const [header, ...lines] = records(cleanText(csv, { field, min: 1, max: LONGEST, multiline: true }), field);
  const names = (header?.record ?? []).map((name) => name.toLowerCase());
  const unknown = names.find((name) => !COLUMNS.some((column) => column === name));
  if (
    unknown !== undefined ||
    COLUMNS.some((column) => names.filter((name) => name === column).length !== 1)
  ) {
    throw badInput(field, 'The first line names the columns email, name and roles, each once and no others.');
  }
  if (lines.length === 0) throw badInput(field, 'There is nobody below the first line.');
  if (lines.length > MOST_PEOPLE) throw badInput(field, `Invite at most ${MOST_PEOPLE} people at once.`);
  const at = (record: readonly string[], column: (typeof COLUMNS)[number]) =>
    record[names.indexOf(column)] ?? '';
  return lines.map(({ line, record }) => {
    if (record.length > names.length)
      throw badInput(field, `Line ${line} has more columns than the first line.`);
    return { line, email: at(record, 'email'), name: at(record, 'name'), roles: at(record, 'roles') };
  });
}

/** Roles separated by spaces, semicolons or `|`. @throws Refusal BAD_INPUT for what is no role */
export function rolesIn(text: string, field: FieldPath): Role[] {
  const words = text
    .toUpperCase()
    .split(/[\s;|]+/u)
    .filter(Boolean);
  return words.map((word) => {
    const role = ROLES.find((one) => one === word);
    if (!role) throw badInput(field, `Roles are ${ROLES.join(', ')}.`);
    return role;
  });
}

interface Numbered {
  readonly line: number;
  readonly record: readonly string[];
}

function records(text: string, field: FieldPath): Numbered[] {
  try {
    const parsed = parse(text, {
      info: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
      trim: true,
      maxRecordSize: LONGEST_LINE,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return parsed.map(({ info, record }) => ({ line: info.lines, record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw badInput(field, `This is no CSV from line ${String(error.lines ?? 1)} on.`, { cause: error });
  }
}
