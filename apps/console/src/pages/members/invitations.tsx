import { RevokeInvitation } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Failure } from '../../parts/failure.js';
import { useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';
import type { MemberShown } from './shown.js';

/** Invitations that nobody has accepted yet. */
export function Invitations({ member }: { readonly member: MemberShown }) {
  const words = useWords();
  const times = useTimes();
  const { run, running, error } = useAction(RevokeInvitation);
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations">{words.members.invitations}</h2>
      {error && <Failure error={error} />}
      <ul className="rows">
        {member.invitations.edges.map(({ node: { id, name, email, roles, expiresAt, purpose } }) => (
          <li key={id} className="row">
            <div>
              <strong>{name}</strong>
              {purpose === 'RESET' && <span className="state">{words.members.reset}</span>}
              <p className="soft">
                {email} · {roles.map((role) => words.roles[role]).join(', ')} · {words.account.ends}{' '}
                {times.moment(expiresAt)}
              </p>
            </div>
            <button
              type="button"
              className="usa-button usa-button--outline"
              disabled={running}
              aria-label={`${words.members.revoke}: ${name}`}
              onClick={() => void run({ input: { id } })}
            >
              {words.members.revoke}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
