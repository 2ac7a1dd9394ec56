import { ConfigureMember } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Failure } from '../../parts/failure.js';
import { Check } from '../../parts/fields.js';
import { useWords } from '../../words/words.js';
import type { MemberShown } from './shown.js';

/** How the office sends: alone, or with a second person. */
export function Settings({ member, may }: { readonly member: MemberShown; readonly may: boolean }) {
  const words = useWords();
  const { run, error } = useAction(ConfigureMember);
  const twoPeople = member.settings?.twoPersonRelease ?? false;
  return (
    <section aria-labelledby="settings">
      <h2 id="settings">{words.members.settings}</h2>
      {error && <Failure error={error} />}
      {may ? (
        <Check
          label={words.members.twoPeople}
          hint={words.compose.twoPeopleText}
          checked={twoPeople}
          set={(twoPersonRelease) => void run({ input: { id: member.id, twoPersonRelease } })}
        />
      ) : (
        <p>{twoPeople ? words.members.twoPeople : words.members.onePerson}</p>
      )}
    </section>
  );
}
