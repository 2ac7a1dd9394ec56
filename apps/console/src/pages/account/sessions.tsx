import { type AccountQuery, EndSession } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Failure } from '../../parts/failure.js';
import { useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';

type Session = NonNullable<AccountQuery['viewer']>['sessions'][number];

/** `Firefox on Windows`, as far as the browser said so. */
function clientOf(userAgent: string | null): string {
  const agent = userAgent ?? '';
  const [browser] = /Edg|OPR|Firefox|Chrome|Safari|watchfire/i.exec(agent) ?? [];
  const [system] = /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(agent) ?? [];
  return [browser, system].filter(Boolean).join(', ') || agent.slice(0, 40) || '–';
}

/** Where one is signed in; each place but this one can be ended. */
export function Sessions({ sessions }: { readonly sessions: readonly Session[] }) {
  const { account } = useWords();
  const times = useTimes();
  const { run, running, error } = useAction(EndSession);
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{account.sessions}</h2>
      {error && <Failure error={error} />}
      <ul className="rows">
        {sessions.map(({ id, kind, current, lastUsedAt, expiresAt, userAgent }) => (
          <li key={id} className="row">
            <div>
              <strong>{kind === 'COOKIE' ? clientOf(userAgent) : account.token}</strong>
              {current && <span className="state">{account.here}</span>}
              <p className="soft">
                {account.lastUsed} {times.ago(lastUsedAt)} · {account.ends} {times.moment(expiresAt)}
              </p>
            </div>
            {!current && (
              <button
                type="button"
                className="usa-button usa-button--outline"
                disabled={running}
                onClick={() => void run({ input: { id } })}
              >
                {account.end}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
