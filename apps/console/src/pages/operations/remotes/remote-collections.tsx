import { useState } from 'react';
import { useMay } from '../../../app/session.js';
import {
  PollRemoteCollection,
  RemoteCollections as RemoteCollectionsOperation,
  RemoveRemoteCollection,
  UpdateRemoteCollection,
} from '../../../generated/operations.generated.js';
import { useAction } from '../../../hub/use-action.js';
import { useKeptFresh } from '../../../hub/use-kept-fresh.js';
import { useQuery } from '../../../hub/use-query.js';
import { TlpMark } from '../../../marks/marks.js';
import { Failure } from '../../../parts/failure.js';
import { useTimes } from '../../../words/time.js';
import { useWords } from '../../../words/words.js';
import { AddingRemote } from './adding-remote.js';
import { ChangingRemote } from './changing-remote.js';
import type { Collection } from './form.js';

/** What the hub reads of other servers, how far it is, and what went wrong. */
export function RemoteCollections() {
  const { remotes } = useWords();
  const may = useMay();
  const { data, error, refresh } = useQuery(RemoteCollectionsOperation, {});
  useKeptFresh(refresh);
  return (
    <section aria-labelledby="remotes">
      <h2 id="remotes">{remotes.title}</h2>
      <p className="soft">{remotes.text}</p>
      {error && <Failure error={error} retry={refresh} />}
      {data?.remoteCollections.length === 0 && <p>{remotes.none}</p>}
      <ul className="rows">
        {data?.remoteCollections.map((collection) => (
          <li key={collection.id} className="row">
            <One collection={collection} />
          </li>
        ))}
      </ul>
      {may('remote.manage') && <AddingRemote />}
    </section>
  );
}

function One({ collection }: { readonly collection: Collection }) {
  const { remotes } = useWords();
  const times = useTimes();
  const { name, url, tlp, member, everyMinutes, releases, state, lastPolledAt } = collection;
  const { failingSince, lastFailure, said, takenCount, leftCount, refusedCount, person } = collection;
  const [changing, setChanging] = useState(false);
  return (
    <>
      <div>
        <strong>{name}</strong> <TlpMark tlp={tlp} />
        {state === 'PAUSED' && <span className="state">{remotes.paused}</span>}
        {failingSince && (
          <span className="state state--danger">{remotes.failing(times.ago(failingSince))}</span>
        )}
        <p className="once">
          <code>{url}</code>
        </p>
        <p className="soft">
          {remotes.for(member.name, person.name, remotes.minutes(everyMinutes))} ·{' '}
          {releases ? remotes.releases : remotes.drafts} ·{' '}
          {lastPolledAt ? remotes.read(times.ago(lastPolledAt)) : remotes.never} ·{' '}
          {remotes.counts(takenCount, leftCount, refusedCount)}
        </p>
        {lastFailure && (
          <p>
            {remotes.failures[lastFailure]}
            {said && `: ${said}`}
          </p>
        )}
        {changing && <ChangingRemote collection={collection} close={() => setChanging(false)} />}
      </div>
      {!changing && <Actions collection={collection} change={() => setChanging(true)} />}
    </>
  );
}

interface ActionsProps {
  readonly collection: Collection;
  readonly change: () => void;
}

function Actions({ collection: { id, name, state }, change }: ActionsProps) {
  const { remotes, app } = useWords();
  const may = useMay();
  const poll = useAction(PollRemoteCollection);
  const update = useAction(UpdateRemoteCollection);
  const remove = useAction(RemoveRemoteCollection);
  if (!may('remote.manage')) return null;
  const paused = state === 'PAUSED';
  const error = poll.error ?? update.error ?? remove.error;
  const actions = [
    ...(paused ? [] : [{ label: remotes.poll, run: () => poll.run({ input: { id } }) }]),
    {
      label: paused ? remotes.goOn : remotes.pause,
      run: () => update.run({ input: { id, active: paused } }),
    },
    { label: app.change, run: change },
    { label: app.remove, run: () => remove.run({ input: { id } }) },
  ];
  return (
    <div className="row__actions">
      {error && <Failure error={error} />}
      {actions.map(({ label, run }) => (
        <button
          key={label}
          type="button"
          className="usa-button usa-button--outline"
          disabled={poll.running || update.running || remove.running}
          aria-label={`${label}: ${name}`}
          onClick={() => void run()}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
