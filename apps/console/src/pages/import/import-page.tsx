import { useId, useState } from 'react';
import { asRefused, type Refused } from '../../hub/refused.js';
import { Failure } from '../../parts/failure.js';
import { Check } from '../../parts/fields.js';
import { PageTitle } from '../../parts/page-title.js';
import { useWords } from '../../words/words.js';
import { Outcome } from './outcome.js';
import { type Import, sendDocument } from './send-document.js';

/** Takes in a document of another format: tried first, then imported. */
export default function ImportPage() {
  const { imports: words } = useWords();
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [release, setRelease] = useState(false);
  const [state, setState] = useState<Import | null>(null);
  const [error, setError] = useState<Refused>();
  const running = state !== null && !state.ended && !error;
  const perform = async (dryRun: boolean) => {
    if (!file) return;
    setError(undefined);
    setState({ dryRun, sent: 0, objects: 0, told: [], ended: false });
    const change = (next: (known: Import) => Partial<Import>) =>
      setState((known) => known && { ...known, ...next(known) });
    try {
      await sendDocument(
        file,
        { dryRun, release },
        {
          sent: (sent) => change(() => ({ sent })),
          told: (one) =>
            change(({ told }) => ('objects' in one ? { objects: one.objects } : { told: [...told, one] })),
        },
      );
      change(() => ({ ended: true }));
    } catch (cause) {
      setError(asRefused(cause));
    }
  };
  return (
    <>
      <PageTitle title={words.title} />
      <p className="lead">{words.lead}</p>
      <div className="panel">
        <label className="usa-label" htmlFor={id}>
          {words.file}
        </label>
        <input
          className="file"
          type="file"
          id={id}
          accept=".json,.xml,.cap"
          onChange={({ target }) => {
            setFile(target.files?.[0] ?? null);
            setState(null);
          }}
        />
        <Check label={words.release} hint={words.releaseHint} checked={release} set={setRelease} />
        <div className="row__actions form__submit">
          <button
            type="button"
            className="usa-button usa-button--outline"
            disabled={running || !file}
            onClick={() => void perform(true)}
          >
            {words.dryRun}
          </button>
          <button
            type="button"
            className="usa-button"
            disabled={running || !file}
            onClick={() => void perform(false)}
          >
            {words.run}
          </button>
        </div>
      </div>
      {error && (
        <>
          <Failure error={error} />
          {state && state.told.length > 0 && <p>{words.broken}</p>}
        </>
      )}
      {state && <Outcome state={state} />}
    </>
  );
}
