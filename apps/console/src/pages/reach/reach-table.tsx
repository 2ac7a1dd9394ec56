import type { ReachQuery } from '../../generated/operations.generated.js';
import { useWords } from '../../words/words.js';

type Counts = NonNullable<NonNullable<ReachQuery['publication']>['reach']>;

interface ReachTableProps {
  readonly byState: Counts['byState'];
  readonly byKind: Counts['byKind'];
}

interface Row {
  readonly key: string;
  readonly name: string;
  readonly memberCount: number;
  readonly openedCount: number;
  readonly acknowledgedCount: number;
}

/** The same facts as the map's, in numbers. */
export function ReachTable({ byState, byKind }: ReachTableProps) {
  const words = useWords();
  const states = byState.map(({ region, ...counts }) => ({
    key: region?.code ?? '-',
    name: region?.name ?? words.reach.nation,
    ...counts,
  }));
  const kinds = byKind.map(({ kind, ...counts }) => ({
    key: kind,
    name: words.memberKinds[kind],
    ...counts,
  }));
  return (
    <div>
      <Table caption={words.reach.byState} first={words.map.region} rows={states} />
      <Table caption={words.reach.byKind} first={words.members.kind} rows={kinds} />
    </div>
  );
}

interface TableProps {
  readonly caption: string;
  /** The heading of the first column. */
  readonly first: string;
  readonly rows: readonly Row[];
}

function Table({ caption, first, rows }: TableProps) {
  const { reach } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="usa-table-container--scrollable" tabIndex={0}>
      <table className="usa-table usa-table--borderless usa-table--compact table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">{reach.sent}</th>
            <th scope="col">{reach.opened}</th>
            <th scope="col">{reach.answered}</th>
            <th scope="col">{reach.silent}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, memberCount, openedCount, acknowledgedCount }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{memberCount}</td>
              <td>{openedCount}</td>
              <td>{acknowledgedCount}</td>
              <td>{memberCount - acknowledgedCount}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
