import { useState } from 'react';
import { useAnnounce } from '../app/announcer.js';
import { useMay } from '../app/session.js';
import { RecordSighting } from '../generated/operations.generated.js';
import { useAction } from '../hub/use-action.js';
import { Icon } from '../marks/icon.js';
import { useWords } from '../words/words.js';
import { Failure } from './failure.js';

/** Says with one click that an indicator was seen in one's own network; others are not told by whom. */
export function SeenHere({ indicatorId, what }: { readonly indicatorId: string; readonly what: string }) {
  const { indicators: words } = useWords();
  const may = useMay();
  const announce = useAnnounce();
  const { run, running, error } = useAction(RecordSighting);
  const [done, setDone] = useState(false);
  if (!may('indicator.sight')) return null;
  const perform = async () => {
    if (!(await run({ input: { indicatorId } }))) return;
    setDone(true);
    announce(words.sighted);
  };
  return (
    <div className="row__actions">
      {error && <Failure error={error} />}
      {done ? (
        <span className="soft">
          <Icon name="check" /> {words.sighted}
        </span>
      ) : (
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={running}
          aria-label={words.seenHereOf(what)}
          onClick={() => void perform()}
        >
          <Icon name="visibility" /> {words.seenHere}
        </button>
      )}
    </div>
  );
}
