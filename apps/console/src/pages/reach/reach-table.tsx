import type { ReachQuery } from '../../generated/operations.generated.js';
import { Table } from '../../parts/table.js';
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
      <Counted caption={words.reach.byState} first={words.map.region} rows={states} />
      <Counted caption={words.reach.byKind} first={words.members.kind} rows={kinds} />
    </div>
  );
}

interface CountedProps {
  readonly caption: string;
  /** The heading of the first column. */
  readonly first: string;
  readonly rows: readonly Row[];
}

function Counted({ caption, first, rows }: CountedProps) {
  const { reach } = useWords();
  return (
    <Table
      caption={caption}
      first={{ heading: first, show: ({ name }) => name }}
      columns={[
        { heading: reach.sent, show: ({ memberCount }) => memberCount },
        { heading: reach.opened, show: ({ openedCount }) => openedCount },
        { heading: reach.answered, show: ({ acknowledgedCount }) => acknowledgedCount },
        {
          heading: reach.silent,
          show: ({ memberCount, acknowledgedCount }) => memberCount - acknowledgedCount,
        },
      ]}
      rows={rows}
      keyOf={({ key }) => key}
    />
  );
}
