import { useState } from 'react';
import { RemindSilent } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Icon } from '../../marks/icon.js';
import { Failure } from '../../parts/failure.js';
import { Notice } from '../../parts/notice.js';
import { useWords } from '../../words/words.js';

/** Asks those who have not answered once more, by mail. */
export function Reminding({ publicationId }: { readonly publicationId: string }) {
  const { remind, app } = useWords();
  const { run, running, error } = useAction(RemindSilent);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const perform = async () => {
    const answer = await run({ input: { publicationId } });
    setAsking(false);
    if (answer) setDone(remind.done(answer.remindSilent.memberCount, answer.remindSilent.personCount));
  };
  if (!asking) {
    return (
      <div className="spaced">
        {error && <Failure error={error} />}
        {done && (
          <Notice kind="success" urgent>
            {done}
          </Notice>
        )}
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={running}
          onClick={() => setAsking(true)}
        >
          <Icon name="mail" /> {remind.action}
        </button>
      </div>
    );
  }
  return (
    <div className="reasoned spaced">
      <p>{remind.text}</p>
      <div className="row__actions">
        <button type="button" className="usa-button" disabled={running} onClick={() => void perform()}>
          {remind.action}
        </button>
        <button type="button" className="usa-button usa-button--outline" onClick={() => setAsking(false)}>
          {app.cancel}
        </button>
      </div>
    </div>
  );
}
