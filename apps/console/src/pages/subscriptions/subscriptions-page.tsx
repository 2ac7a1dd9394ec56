import { useState } from 'react';
import { useMay } from '../../app/session.js';
import { DeleteSubscription, Subscriptions } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { useQuery } from '../../hub/use-query.js';
import { Icon } from '../../marks/icon.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { PageTitle } from '../../parts/page-title.js';
import { useWords } from '../../words/words.js';
import { Endpoints } from './endpoints.js';
import { NO_INTEREST, type Subscription } from './interest.js';
import { SubscriptionForm } from './subscription-form.js';
import { useInterestWords } from './use-interest-words.js';

/** What one wants to hear of, and what it would have brought. */
export default function SubscriptionsPage() {
  const words = useWords();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const { data, error, loading, refresh } = useQuery(Subscriptions, {});
  return (
    <>
      <PageTitle title={words.nav.subscriptions}>
        <button type="button" className="usa-button" onClick={() => setAdding(true)}>
          <Icon name="add" /> {words.subscriptions.add}
        </button>
      </PageTitle>
      <p className="lead">{words.subscriptions.lead}</p>
      {error && <Failure error={error} retry={refresh} />}
      {adding && <SubscriptionForm initial={NO_INTEREST} done={() => setAdding(false)} />}
      {!data && loading && <Loading />}
      {data?.subscriptions.length === 0 && !adding && (
        <Empty icon="notifications" title={words.subscriptions.none} text={words.subscriptions.noneText} />
      )}
      <ul className="rows">
        {data?.subscriptions.map((subscription) => (
          <li key={subscription.id} className="row">
            <One subscription={subscription} />
          </li>
        ))}
      </ul>
      {may('webhook.manageOwn') && <Endpoints />}
    </>
  );
}

function One({ subscription }: { readonly subscription: Subscription }) {
  const words = useWords();
  const may = useMay();
  const says = useInterestWords();
  const [editing, setEditing] = useState(false);
  const { run, running, error } = useAction(DeleteSubscription);
  const { id, name, owner } = subscription;
  const manages = owner === 'PERSON' ? may('subscription.manageOwn') : may('subscription.manageMember');
  if (editing) return <SubscriptionForm subscription={subscription} done={() => setEditing(false)} />;
  return (
    <>
      <div>
        <strong>{name}</strong>
        {owner === 'MEMBER' && <span className="state">{words.subscriptions.ofMember}</span>}
        <p className="soft">{says(subscription.interest)}</p>
        {error && <Failure error={error} />}
      </div>
      {manages && (
        <div className="row__actions">
          <button
            type="button"
            className="usa-button usa-button--outline"
            aria-label={`${words.subscriptions.edit}: ${name}`}
            onClick={() => setEditing(true)}
          >
            {words.subscriptions.edit}
          </button>
          <button
            type="button"
            className="usa-button usa-button--outline"
            disabled={running}
            aria-label={`${words.app.remove}: ${name}`}
            onClick={() => void run({ input: { id } })}
          >
            {words.app.remove}
          </button>
        </div>
      )}
    </>
  );
}
