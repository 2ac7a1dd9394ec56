import { useState } from 'react';
import { UpdateRemoteCollection } from '../../../generated/operations.generated.js';
import { useAction } from '../../../hub/use-action.js';
import { Failure } from '../../../parts/failure.js';
import { useWords } from '../../../words/words.js';
import { type Collection, formOf, isComplete, toUpdate } from './form.js';
import { RemoteForm } from './remote-form.js';

interface ChangingRemoteProps {
  readonly collection: Collection;
  readonly close: () => void;
}

/** Changes how the hub reads a collection: its password there, how often, for whom. */
export function ChangingRemote({ collection, close }: ChangingRemoteProps) {
  const { app } = useWords();
  const { run, running, error } = useAction(UpdateRemoteCollection);
  const [form, setForm] = useState(() => formOf(collection));
  const save = async () => {
    if (await run({ input: toUpdate(collection.id, form) })) close();
  };
  return (
    <div className="panel">
      <RemoteForm form={form} set={setForm} known />
      {error && <Failure error={error} />}
      <div className="compose__buttons">
        <button
          type="button"
          className="usa-button"
          disabled={running || !isComplete(form)}
          onClick={() => void save()}
        >
          {app.save}
        </button>
        <button type="button" className="usa-button usa-button--outline" onClick={close}>
          {app.cancel}
        </button>
      </div>
    </div>
  );
}
