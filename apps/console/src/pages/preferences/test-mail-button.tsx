import { useState } from 'react';
import { TestMail } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Icon } from '../../marks/icon.js';
import { Failure } from '../../parts/failure.js';
import { Notice } from '../../parts/notice.js';
import { useWords } from '../../words/words.js';

/** Whether mail reaches one, tried with one click. */
export function TestMailButton() {
  const { preferences: words } = useWords();
  const { run, running, error } = useAction(TestMail);
  const [sent, setSent] = useState(false);
  const perform = async () => setSent((await run({ input: {} })) !== undefined);
  return (
    <>
      {error && <Failure error={error} />}
      {sent && (
        <Notice kind="success" urgent>
          {words.testSent}
        </Notice>
      )}
      <button
        type="button"
        className="usa-button usa-button--outline"
        disabled={running}
        onClick={() => void perform()}
      >
        <Icon name="mail" /> {words.testMail}
      </button>
    </>
  );
}
