import type { ReactNode } from 'react';

export interface Column<T> {
  readonly heading: string;
  readonly show: (row: T) => ReactNode;
}

interface TableProps<T> {
  readonly caption?: string;
  /** What names a row. */
  readonly first: Column<T>;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string | number;
  /** Whether the cells hold words rather than numbers. */
  readonly words?: boolean;
}

/**
 * A table that fits a phone: there a row is a heading with its cells below, each with its column's name. The roles are those that it has
 * anyway, since browsers take them from a table that is laid out otherwise.
 */
export function Table<T>({ caption, first, columns, rows, keyOf, words = false }: TableProps<T>) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table
      role="table"
      className={`usa-table usa-table--borderless usa-table--compact table ${words ? 'table--text' : ''}`}
    >
      {caption && <caption>{caption}</caption>}
      <thead role="rowgroup">
        <tr role="row">
          {[first, ...columns].map(({ heading }) => (
            <th role="columnheader" scope="col" key={heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={keyOf(row)}>
            <th role="rowheader" scope="row">
              {first.show(row)}
            </th>
            {columns.map(({ heading, show }) => (
              <td role="cell" key={heading} data-heading={heading}>
                {show(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}
