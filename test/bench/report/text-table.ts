export interface ReportTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A table for the terminal: words to the left, numbers to the right. */
export function textTable({ title, columns, rows }: ReportTable): string {
  const cells = [columns, ...rows].map((row) => row.map(String));
  const widths = columns.map((_, place) => Math.max(...cells.map((row) => row[place]?.length ?? 0)));
  const isNumber = columns.map((_, place) => rows.every((row) => typeof row[place] === 'number'));
  const line = (row: readonly string[]) =>
    row
      .map((cell, place) =>
        isNumber[place] ? cell.padStart(widths[place] ?? 0) : cell.padEnd(widths[place] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = cells;
  return [title, line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)].join(
    '\n',
  );
}
