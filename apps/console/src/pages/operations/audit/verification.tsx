import { useState } from 'react';
import { AuditVerification } from '../../../generated/operations.generated.js';
import { ask } from '../../../hub/ask.js';
import { asRefused, type Refused } from '../../../hub/refused.js';
import { Icon } from '../../../marks/icon.js';
import { Failure } from '../../../parts/failure.js';
import { Notice } from '../../../parts/notice.js';
import { useWords } from '../../../words/words.js';

type Verdict = Awaited<ReturnType<typeof verify>>;
const verify = async () => (await ask(AuditVerification, {})).auditVerification;

/** Proves, on demand, that nothing in the audit log was changed, removed or put in another order. */
export function Verification() {
  const { operations } = useWords();
  const [verdict, setVerdict] = useState<Verdict>();
  const [error, setError] = useState<Refused>();
  const [running, setRunning] = useState(false);
  const check = async () => {
    setRunning(true);
    setError(undefined);
    try {
      setVerdict(await verify());
    } catch (cause) {
      setError(asRefused(cause));
    } finally {
      setRunning(false);
    }
  };
  return (
    <section aria-labelledby="verification">
      <h2 id="verification">{operations.verification}</h2>
      <p>{operations.verificationText}</p>
      {error && <Failure error={error} />}
      {verdict &&
        (verdict.intact ? (
          <Notice kind="success" urgent title={operations.intact(verdict.entries)}>
            {verdict.head && <code className="once">{verdict.head}</code>}
          </Notice>
        ) : (
          <Notice kind="error" urgent title={operations.broken(verdict.fault?.sequence ?? 0)}>
            {verdict.fault?.reason}
          </Notice>
        ))}
      <button type="button" className="usa-button" disabled={running} onClick={() => void check()}>
        <Icon name="security" /> {operations.verify}
      </button>
    </section>
  );
}
