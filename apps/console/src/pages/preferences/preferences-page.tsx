import { useState } from 'react';
import { useMay, useSession } from '../../app/session.js';
import { ENUMS, MemberPreferences, Preferences } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { Failure } from '../../parts/failure.js';
import { Choice } from '../../parts/fields.js';
import { Loading } from '../../parts/loading.js';
import { PageTitle } from '../../parts/page-title.js';
import { useWords } from '../../words/words.js';
import { PreferencesForm } from './preferences-form.js';
import type { PreferencesShown } from './shown.js';
import { TestMailButton } from './test-mail-button.js';

type Owner = PreferencesShown['owner'];

/** How one is reached and, for whoever runs an office, how its people are. */
export default function PreferencesPage() {
  const { preferences: words } = useWords();
  const may = useMay();
  const { hub } = useSession();
  const [owner, setOwner] = useState<Owner>('PERSON');
  return (
    <>
      <PageTitle title={words.title} />
      <p className="lead">{words.lead}</p>
      {hub?.sendsMail && <TestMailButton />}
      {may('preferences.setMember') && (
        <Choice
          label={words.whose}
          values={ENUMS.SubscriptionOwner}
          names={words.whosePreferences}
          value={owner}
          set={setOwner}
        />
      )}
      {owner === 'PERSON' ? <Own /> : <Members />}
    </>
  );
}

function Own() {
  const query = useQuery(Preferences, {});
  return <Whole {...query} preferences={query.data?.preferences} />;
}

function Members() {
  const query = useQuery(MemberPreferences, {});
  return <Whole {...query} preferences={query.data?.memberPreferences} />;
}

type WholeProps = Pick<ReturnType<typeof useQuery<unknown, unknown>>, 'error' | 'refresh'> & {
  readonly preferences: PreferencesShown | undefined;
};

function Whole({ preferences, error, refresh }: WholeProps) {
  const { preferences: words } = useWords();
  if (error && !preferences) return <Failure error={error} retry={refresh} />;
  if (!preferences) return <Loading />;
  const { owner, own } = preferences;
  const following = owner === 'PERSON' ? words.following : words.followingMember;
  return (
    <>
      {owner === 'MEMBER' && <p className="spaced">{words.memberText}</p>}
      {own.length === 0 && <p className="soft spaced">{following}</p>}
      <PreferencesForm key={JSON.stringify(preferences)} preferences={preferences} />
    </>
  );
}
