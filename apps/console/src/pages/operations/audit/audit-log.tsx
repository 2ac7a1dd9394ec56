import { useState } from 'react';
import {
  AuditLog as AuditLogOperation,
  type AuditLogQueryVariables,
} from '../../../generated/operations.generated.js';
import { useQuery } from '../../../hub/use-query.js';
import { Empty } from '../../../parts/empty.js';
import { Failure } from '../../../parts/failure.js';
import { TextField } from '../../../parts/fields.js';
import { Loading } from '../../../parts/loading.js';
import { Table } from '../../../parts/table.js';
import { useDebounced } from '../../../parts/use-debounced.js';
import { useTimes } from '../../../words/time.js';
import { useWords } from '../../../words/words.js';

type Filter = NonNullable<AuditLogQueryVariables['filter']>;

/** The audit log, latest first, by action and by what was changed. */
export function AuditLog() {
  const { operations } = useWords();
  const [action, setAction] = useState('');
  const [objectId, setObjectId] = useState('');
  const wanted = useDebounced(JSON.stringify({ action: action.trim(), objectId: objectId.trim() }), 300);
  const asked = JSON.parse(wanted) as { action: string; objectId: string };
  const filter: Filter = {
    ...(asked.action && { action: asked.action }),
    ...(asked.objectId && { objectId: asked.objectId }),
  };
  return (
    <section aria-labelledby="audit">
      <h2 id="audit">{operations.audit}</h2>
      <div className="two-fields">
        <TextField label={operations.action} hint={operations.actionHint} value={action} set={setAction} />
        <TextField label={operations.object} value={objectId} set={setObjectId} />
      </div>
      <Part key={wanted} filter={filter} after={null} />
    </section>
  );
}

function Part({ filter, after }: { readonly filter: Filter; readonly after: string | null }) {
  const words = useWords();
  const times = useTimes();
  const [more, setMore] = useState(false);
  const { data, error, loading, refresh } = useQuery(AuditLogOperation, { filter, first: 50, after });
  if (error && !data) return <Failure error={error} retry={refresh} />;
  if (!data) return loading ? <Loading /> : null;
  const { edges, pageInfo } = data.audit;
  if (after === null && edges.length === 0) {
    return <Empty icon="search" title={words.feed.none} text={words.feed.noneText} />;
  }
  return (
    <>
      <Table
        words
        first={{ heading: '#', show: ({ sequence }) => sequence }}
        columns={[
          { heading: words.reach.at, show: ({ at }) => times.moment(at) },
          { heading: words.operations.action, show: ({ action }) => action },
          {
            heading: words.operations.object,
            show: ({ objectType, objectId }) =>
              objectType && (
                <>
                  {objectType} <code>{objectId?.slice(0, 8)}</code>
                </>
              ),
          },
          {
            heading: words.operations.by,
            show: ({ personId }) => <code>{personId?.slice(0, 8) ?? words.operations.hub}</code>,
          },
        ]}
        rows={edges.map(({ node }) => node)}
        keyOf={({ sequence }) => sequence}
      />
      {pageInfo.hasNextPage && !more && (
        <button type="button" className="usa-button usa-button--outline" onClick={() => setMore(true)}>
          {words.app.showMore}
        </button>
      )}
      {more && <Part filter={filter} after={pageInfo.endCursor} />}
    </>
  );
}
