import { useState } from 'react';
import { useMay } from '../../app/session.js';
import {
  CreateEndpoint,
  DeleteEndpoint,
  Endpoints as EndpointsOperation,
  type EndpointsQuery,
  TestEndpoint,
  UpdateEndpoint,
} from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { useQuery } from '../../hub/use-query.js';
import { Failure } from '../../parts/failure.js';
import { Check, TextField } from '../../parts/fields.js';
import { Once } from '../../parts/once.js';
import { useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';

type Endpoint = EndpointsQuery['webhookEndpoints'][number];

/** Programs that are told of what one may see: where they are, how they do, and a try with one click. */
export function Endpoints() {
  const { delivery } = useWords();
  const { data, error, refresh } = useQuery(EndpointsOperation, {});
  return (
    <section aria-labelledby="endpoints">
      <h2 id="endpoints">{delivery.webhooks}</h2>
      <p className="soft">{delivery.webhooksText}</p>
      {error && <Failure error={error} retry={refresh} />}
      <ul className="rows">
        {data?.webhookEndpoints.map((endpoint) => (
          <li key={endpoint.id} className="row">
            <One endpoint={endpoint} refresh={refresh} />
          </li>
        ))}
      </ul>
      <NewEndpoint />
    </section>
  );
}

/** How long after a try its outcome is asked for. Milliseconds. */
const TRY_TAKES = 2_000;

function One({ endpoint, refresh }: { readonly endpoint: Endpoint; readonly refresh: () => Promise<void> }) {
  const { delivery, app, subscriptions } = useWords();
  const times = useTimes();
  const test = useAction(TestEndpoint);
  const update = useAction(UpdateEndpoint);
  const remove = useAction(DeleteEndpoint);
  const { id, name, url, owner, state, failingSince, lastFailure, deliveries } = endpoint;
  const error = test.error ?? update.error ?? remove.error;
  const latest = deliveries.edges[0]?.node;
  const tryIt = async () => {
    if (await test.run({ input: { id } })) setTimeout(() => void refresh(), TRY_TAKES);
  };
  return (
    <>
      <div>
        <strong>{name}</strong> <code>{url}</code>
        {owner === 'MEMBER' && <span className="state">{subscriptions.ofMember}</span>}
        {state === 'DISABLED' && <span className="state state--danger">{delivery.disabled}</span>}
        <p className="soft">
          {latest &&
            delivery.last(
              delivery.reasons[latest.reason],
              delivery.states[latest.state],
              times.ago(latest.plannedAt),
            )}
          {failingSince && ` · ${delivery.failingSince(times.ago(failingSince))}`}
          {lastFailure && ` · ${delivery.causes[lastFailure]}`}
        </p>
        {error && <Failure error={error} />}
      </div>
      <div className="row__actions">
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={test.running}
          aria-label={`${delivery.tryIt}: ${name}`}
          onClick={() => void tryIt()}
        >
          {delivery.tryIt}
        </button>
        {state === 'DISABLED' && (
          <button
            type="button"
            className="usa-button usa-button--outline"
            disabled={update.running}
            onClick={() => void update.run({ input: { id, enabled: true } })}
          >
            {delivery.enable}
          </button>
        )}
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={remove.running}
          aria-label={`${app.remove}: ${name}`}
          onClick={() => void remove.run({ input: { id } })}
        >
          {app.remove}
        </button>
      </div>
    </>
  );
}

function NewEndpoint() {
  const { delivery, subscriptions } = useWords();
  const may = useMay();
  const { run, running, error } = useAction(CreateEndpoint);
  const [name, setName] = useState('');
  const [url, setUrl] = useState('https://');
  const [forMember, setForMember] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const create = async () => {
    const owner = forMember ? ('MEMBER' as const) : ('PERSON' as const);
    const answer = await run({ input: { name, url, owner } });
    setSecret(answer?.createWebhookEndpoint.secret ?? null);
  };
  return (
    <details className="more-fields">
      <summary>{delivery.addEndpoint}</summary>
      {error && <Failure error={error} />}
      {secret && <Once label={delivery.secretOnce} text={secret} />}
      <TextField label={subscriptions.name} value={name} set={setName} max={100} />
      <TextField label={delivery.url} value={url} set={setUrl} max={2_000} />
      {may('webhook.manageMember') && (
        <Check
          label={subscriptions.forMember}
          hint={subscriptions.forMemberHint}
          checked={forMember}
          set={setForMember}
        />
      )}
      <button
        type="button"
        className="usa-button form__submit"
        disabled={running || !name.trim()}
        onClick={() => void create()}
      >
        {delivery.addEndpoint}
      </button>
    </details>
  );
}
