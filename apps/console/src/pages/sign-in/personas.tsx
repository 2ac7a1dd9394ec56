import { type Hub, useSession } from '../../app/session.js';
import { SignIn } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Icon } from '../../marks/icon.js';
import { Failure } from '../../parts/failure.js';
import { useWords } from '../../words/words.js';

/** The demo community's people, each a click away. A real hub has none. */
export function Personas({ personas }: { readonly personas: Hub['personas'] }) {
  const words = useWords();
  const { refresh } = useSession();
  const { run, running, error } = useAction(SignIn);
  const become = async ({ email, password }: Hub['personas'][number]) => {
    if (await run({ input: { email, password } })) await refresh();
  };
  return (
    <section className="gate__card" aria-labelledby="personas">
      <h2 id="personas">{words.signIn.personas}</h2>
      <p className="lead">{words.signIn.personasText}</p>
      {error && <Failure error={error} />}
      <ul className="personas">
        {personas.map((persona) => (
          <li key={persona.email}>
            <button type="button" className="persona" disabled={running} onClick={() => void become(persona)}>
              <Icon name="account" large />
              <span>
                <strong>{words.personas[persona.persona] ?? persona.persona}</strong>
                <span className="soft">{persona.member}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
