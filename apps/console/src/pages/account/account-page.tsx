import { useViewer } from '../../app/session.js';
import { Account } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { PageTitle } from '../../parts/page-title.js';
import { useSpeech, useWords } from '../../words/words.js';
import { Keys } from './keys.js';
import { PasswordForm } from './password-form.js';
import { Sessions } from './sessions.js';

/** One's own account: who one is, where one is signed in, the password, keys for programs. */
export default function AccountPage() {
  const words = useWords();
  const { language, speak } = useSpeech();
  const { member } = useViewer();
  const { data, error, loading, refresh } = useQuery(Account, {});
  if (error && !data) return <Failure error={error} retry={refresh} />;
  if (!data?.viewer) return loading ? <Loading /> : null;
  const { person, roles, sessions, apiKeys } = data.viewer;
  return (
    <>
      <PageTitle title={words.nav.account} />
      <section className="panel">
        <h2>{person.name}</h2>
        <p>
          {person.email}
          <br />
          {member.name}
        </p>
        <ul className="explained">
          {roles.map((role) => (
            <li key={role}>
              <strong>{words.roles[role]}</strong> <span className="soft">{words.roleHelp[role]}</span>
            </li>
          ))}
        </ul>
        <button
          type="button"
          className="usa-button usa-button--outline"
          lang={words.app.languageCode}
          onClick={() => speak(language === 'en' ? 'es' : 'en')}
        >
          {words.app.language}
        </button>
      </section>
      <Sessions sessions={sessions} />
      <PasswordForm />
      <Keys keys={apiKeys} />
    </>
  );
}
