import { useState } from 'react';
import { AddRemoteCollection } from '../../../generated/operations.generated.js';
import { useAction } from '../../../hub/use-action.js';
import { Failure } from '../../../parts/failure.js';
import { useWords } from '../../../words/words.js';
import { EMPTY, isComplete, toAdd } from './form.js';
import { RemoteForm } from './remote-form.js';

/** Has the hub read another collection. */
export function AddingRemote() {
  const { remotes } = useWords();
  const { run, running, error } = useAction(AddRemoteCollection);
  const [form, setForm] = useState(EMPTY);
  const [open, setOpen] = useState(false);
  const add = async () => {
    if (!(await run({ input: toAdd(form) }))) return;
    setForm(EMPTY);
    setOpen(false);
  };
  return (
    <details
      className="more-fields"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{remotes.add}</summary>
      <RemoteForm form={form} set={setForm} known={false} />
      {error && <Failure error={error} />}
      <button
        type="button"
        className="usa-button form__submit"
        disabled={running || !isComplete(form)}
        onClick={() => void add()}
      >
        {remotes.add}
      </button>
    </details>
  );
}
