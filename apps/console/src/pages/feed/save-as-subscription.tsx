import { useState } from 'react';
import { CreateSubscription } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Icon } from '../../marks/icon.js';
import { Failure } from '../../parts/failure.js';
import { useWords } from '../../words/words.js';
import type { Narrowing } from './narrowing.js';

/**
 * The filters as a standing interest, in one click. TLP, status and time have no place in one: what is not for the viewer never comes,
 * and what comes is new.
 */
export function SaveAsSubscription({ narrowing }: { readonly narrowing: Narrowing }) {
  const words = useWords();
  const { run, running, error } = useAction(CreateSubscription);
  const [saved, setSaved] = useState('');
  const { text, kinds, systems, severity, region } = narrowing;
  const says = [
    text,
    ...kinds.map((kind) => words.kinds[kind]),
    ...systems.map((system) => words.systems[system]),
    severity && words.severities[severity],
    region,
  ].filter(Boolean);
  if (says.length === 0) return null;
  const name = says.join(', ').slice(0, 100);
  const save = async () => {
    const interest = {
      regions: region ? [region] : [],
      kinds,
      severityAtLeast: severity,
      affectedSystems: systems,
      text: text || null,
    };
    if (await run({ input: { name, interest } })) setSaved(name);
  };
  return (
    <div className="save-subscription">
      {error && <Failure error={error} />}
      <p role="status">{saved === name && words.feed.subscribed}</p>
      {saved !== name && (
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={running}
          onClick={() => void save()}
        >
          <Icon name="notifications" /> {words.feed.subscribe}
        </button>
      )}
    </div>
  );
}
