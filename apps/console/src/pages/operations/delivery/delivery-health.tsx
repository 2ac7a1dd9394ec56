import { Link } from 'wouter';
import { DeliveryHealth as DeliveryHealthOperation } from '../../../generated/operations.generated.js';
import { useKeptFresh } from '../../../hub/use-kept-fresh.js';
import { useQuery } from '../../../hub/use-query.js';
import { Failure } from '../../../parts/failure.js';
import { Loading } from '../../../parts/loading.js';
import { Notice } from '../../../parts/notice.js';
import { Table } from '../../../parts/table.js';
import { useTimes } from '../../../words/time.js';
import { useWords } from '../../../words/words.js';

/** Whether what is released leaves the hub in time, by channel: how much waits, how much was given up, and why. */
export function DeliveryHealth() {
  const { delivery } = useWords();
  const times = useTimes();
  const { data, error, loading, refresh } = useQuery(DeliveryHealthOperation, {});
  useKeptFresh(refresh);
  if (error && !data) return <Failure error={error} retry={refresh} />;
  if (!data) return loading ? <Loading /> : null;
  const { channels, late, failingEndpoints, endpointCount, failingEndpointCount, disabledEndpointCount } =
    data.deliveryHealth;
  return (
    <section aria-labelledby="deliveries">
      <h2 id="deliveries">{delivery.title}</h2>
      {late.length === 0 ? (
        <Notice kind="success">{delivery.inTime}</Notice>
      ) : (
        <Notice kind="error" title={delivery.late}>
          <ul>
            {late.map(({ what, seconds }) => (
              <li key={what}>
                {delivery.work[what]}: {times.lasting(seconds * 1_000)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Table
        first={{ heading: delivery.channel, show: ({ channel }) => delivery.channels[channel] }}
        columns={[
          { heading: delivery.waiting, show: ({ waitingCount }) => waitingCount },
          { heading: delivery.later, show: ({ laterCount }) => laterCount },
          { heading: delivery.dead, show: ({ deadCount }) => deadCount },
          { heading: delivery.perMinute, show: ({ sentPerMinute }) => sentPerMinute },
          {
            heading: delivery.failures,
            show: ({ failures }) =>
              failures.map(({ cause, count }) => `${delivery.causes[cause]} ${count}`).join(', ') || '–',
          },
        ]}
        rows={channels}
        keyOf={({ channel }) => channel}
      />
      <p>{delivery.endpoints(endpointCount, failingEndpointCount, disabledEndpointCount)}</p>
      <ul className="rows">
        {failingEndpoints.map(({ id, host, state, failingSince, lastFailure, member }) => (
          <li key={id} className="row">
            <div>
              <strong>{host}</strong>
              {state === 'DISABLED' && <span className="state state--danger">{delivery.disabled}</span>}
              <p className="soft">
                <Link href={`/members/${member.id}`}>{member.name}</Link>
                {failingSince && ` · ${delivery.failingSince(times.ago(failingSince))}`}
                {lastFailure && ` · ${delivery.causes[lastFailure]}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
