import { useState } from 'react';
import {
  type AccountQuery,
  CreateApiKey,
  ENUMS,
  RevokeApiKey,
} from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Failure } from '../../parts/failure.js';
import { Choices, TextField } from '../../parts/fields.js';
import { Once } from '../../parts/once.js';
import { useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';

type Key = NonNullable<AccountQuery['viewer']>['apiKeys'][number];
type Scope = (typeof ENUMS.ApiKeyScope)[number];

/** Keys for programs that act in one's name. */
export function Keys({ keys }: { readonly keys: readonly Key[] }) {
  const { account, app } = useWords();
  const times = useTimes();
  const { run, running, error } = useAction(RevokeApiKey);
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">{account.keys}</h2>
      <p className="soft">{account.keysText}</p>
      {error && <Failure error={error} />}
      <ul className="rows">
        {keys.map(({ id, name, prefix, scopes, lastUsedAt, expiresAt }) => (
          <li key={id} className="row">
            <div>
              <strong>{name}</strong> <code>{prefix}…</code>
              <p className="soft">
                {scopes.map((scope) => account.scopes[scope]).join(', ')} · {account.ends}{' '}
                {times.day(expiresAt)}
                {lastUsedAt && ` · ${account.lastUsed} ${times.ago(lastUsedAt)}`}
              </p>
            </div>
            <button
              type="button"
              className="usa-button usa-button--outline"
              disabled={running}
              aria-label={`${app.remove}: ${name}`}
              onClick={() => void run({ input: { id } })}
            >
              {app.remove}
            </button>
          </li>
        ))}
      </ul>
      <NewKey />
    </section>
  );
}

function NewKey() {
  const { account } = useWords();
  const { run, running, error } = useAction(CreateApiKey);
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(['READ']);
  const [secret, setSecret] = useState<string | null>(null);
  const create = async () => {
    const answer = await run({ input: { name, scopes, expiresInDays: 90 } });
    if (!answer) return;
    setSecret(answer.createApiKey.secret);
    setName('');
  };
  return (
    <details className="more-fields">
      <summary>{account.newKey}</summary>
      {error && <Failure error={error} />}
      {secret && <Once label={account.secretOnce} text={secret} />}
      <TextField label={account.keyName} value={name} set={setName} max={100} />
      <Choices
        label={account.keyScopes}
        values={ENUMS.ApiKeyScope}
        names={account.scopes}
        chosen={scopes}
        set={setScopes}
      />
      <button
        type="button"
        className="usa-button form__submit"
        disabled={running || !name.trim() || scopes.length === 0}
        onClick={() => void create()}
      >
        {account.newKey}
      </button>
    </details>
  );
}
