import { ReinstateMember, SuspendMember } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Failure } from '../../parts/failure.js';
import { Reasoned } from '../../parts/reasoned.js';
import { useWords } from '../../words/words.js';
import type { MemberShown } from './shown.js';

/** The hub's operators suspend an office and reinstate it: its people see nothing meanwhile. */
export function Suspension({ member: { id, suspended } }: { readonly member: MemberShown }) {
  const words = useWords();
  const suspend = useAction(SuspendMember);
  const reinstate = useAction(ReinstateMember);
  const error = suspend.error ?? reinstate.error;
  return (
    <section aria-labelledby="suspension">
      <h2 id="suspension">{words.members.suspension}</h2>
      {error && <Failure error={error} />}
      {suspended ? (
        <button
          type="button"
          className="usa-button"
          disabled={reinstate.running}
          onClick={() => void reinstate.run({ input: { id } })}
        >
          {words.members.reinstate}
        </button>
      ) : (
        <Reasoned
          action={words.members.suspendOffice}
          text={words.members.suspendOfficeText}
          running={suspend.running}
          run={(reason) => suspend.run({ input: { id, reason } })}
        />
      )}
    </section>
  );
}
