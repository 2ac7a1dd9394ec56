import { useState } from 'react';
import { useMay } from '../../app/session.js';
import {
  AuditLog,
  type AuditLogQueryVariables,
  AuditVerification,
} from '../../generated/operations.generated.js';
import { ask } from '../../hub/ask.js';
import { asRefused, type Refused } from '../../hub/refused.js';
import { useQuery } from '../../hub/use-query.js';
import { Icon } from '../../marks/icon.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { TextField } from '../../parts/fields.js';
import { Loading } from '../../parts/loading.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { useDebounced } from '../../parts/use-debounced.js';
import { useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';
import { DeliveryHealth } from './delivery-health.js';
import { RemoteCollections } from './remote-collections.js';

/** What runs the hub: for operators its deliveries; for auditors the audit log, with the proof that nothing in it was changed. */
export default function OperationsPage() {
  const words = useWords();
  const may = useMay();
  return (
    <>
      <PageTitle title={words.nav.operations} />
      {may('delivery.operate') && <DeliveryHealth />}
      {may('remote.read') && <RemoteCollections />}
      {may('audit.read') && (
        <>
          <Verification />
          <Audit />
        </>
      )}
    </>
  );
}

type Verdict = Awaited<ReturnType<typeof verify>>;
const verify = async () => (await ask(AuditVerification, {})).auditVerification;

function Verification() {
  const { operations } = useWords();
  const [verdict, setVerdict] = useState<Verdict>();
  const [error, setError] = useState<Refused>();
  const [running, setRunning] = useState(false);
  const check = async () => {
    setRunning(true);
    setError(undefined);
    try {
      setVerdict(await verify());
    } catch (cause) {
      setError(asRefused(cause));
    } finally {
      setRunning(false);
    }
  };
  return (
    <section aria-labelledby="verification">
      <h2 id="verification">{operations.verification}</h2>
      <p>{operations.verificationText}</p>
      {error && <Failure error={error} />}
      {verdict &&
        (verdict.intact ? (
          <Notice kind="success" urgent title={operations.intact(verdict.entries)}>
            {verdict.head && <code className="once">{verdict.head}</code>}
          </Notice>
        ) : (
          <Notice kind="error" urgent title={operations.broken(verdict.fault?.sequence ?? 0)}>
            {verdict.fault?.reason}
          </Notice>
        ))}
      <button type="button" className="usa-button" disabled={running} onClick={() => void check()}>
        <Icon name="security" /> {operations.verify}
      </button>
    </section>
  );
}

type Filter = NonNullable<AuditLogQueryVariables['filter']>;

function Audit() {
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
  const { data, error, loading, refresh } = useQuery(AuditLog, { filter, first: 50, after });
  if (error && !data) return <Failure error={error} retry={refresh} />;
  if (!data) return loading ? <Loading /> : null;
  const { edges, pageInfo } = data.audit;
  if (after === null && edges.length === 0) {
    return <Empty icon="search" title={words.feed.none} text={words.feed.noneText} />;
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="usa-table-container--scrollable" tabIndex={0}>
        <table className="usa-table usa-table--borderless usa-table--compact table table--text">
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">{words.reach.at}</th>
              <th scope="col">{words.operations.action}</th>
              <th scope="col">{words.operations.object}</th>
              <th scope="col">{words.operations.by}</th>
            </tr>
          </thead>
          <tbody>
            {edges.map(({ node }) => (
              <tr key={node.sequence}>
                <th scope="row">{node.sequence}</th>
                <td>{times.moment(node.at)}</td>
                <td>{node.action}</td>
                <td>
                  {node.objectType} <code>{node.objectId?.slice(0, 8)}</code>
                </td>
                <td>
                  <code>{node.personId?.slice(0, 8) ?? words.operations.hub}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pageInfo.hasNextPage && !more && (
        <button type="button" className="usa-button usa-button--outline" onClick={() => setMore(true)}>
          {words.app.showMore}
        </button>
      )}
      {more && <Part filter={filter} after={pageInfo.endCursor} />}
    </>
  );
}
