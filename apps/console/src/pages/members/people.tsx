import { useState } from 'react';
import { useViewer } from '../../app/session.js';
import {
  ChangeRoles,
  CreatePasswordReset,
  ENUMS,
  ReinstatePerson,
  SetContact,
  SuspendPerson,
} from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Failure } from '../../parts/failure.js';
import { Check } from '../../parts/fields.js';
import { Once } from '../../parts/once.js';
import { Reasoned } from '../../parts/reasoned.js';
import { useWords } from '../../words/words.js';
import { RolesField } from './roles-field.js';
import type { MemberShown } from './shown.js';

type Person = MemberShown['people']['edges'][number]['node'];
type Role = (typeof ENUMS.Role)[number];

interface PeopleProps {
  readonly member: MemberShown;
  /** Whether the viewer runs them. */
  readonly manages: boolean;
}

/** The office's people: all of them for their own, its contacts for everyone else. */
export function People({ member, manages }: PeopleProps) {
  const words = useWords();
  const people = member.people.edges.map(({ node }) => node);
  return (
    <section aria-labelledby="people">
      <h2 id="people">{words.members.people}</h2>
      {people.length === 0 && <p className="soft">{words.members.noContacts}</p>}
      <ul className="rows">
        {people.map((person) => (
          <li key={person.id} className="row">
            <div>
              <strong>{person.name}</strong>
              {person.suspended && <span className="state state--danger">{words.members.suspended}</span>}
              {person.contact && <span className="state">{words.members.contact}</span>}
              <p className="soft">
                {[person.email, person.roles?.map((role) => words.roles[role]).join(', ')]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {manages && <Managing person={person} kind={member.kind} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What whoever runs the office's people can do with one of them. */
function Managing({ person, kind }: { readonly person: Person; readonly kind: MemberShown['kind'] }) {
  const words = useWords();
  const { person: self } = useViewer();
  const roles = useAction(ChangeRoles);
  const contact = useAction(SetContact);
  const reset = useAction(CreatePasswordReset);
  const suspend = useAction(SuspendPerson);
  const reinstate = useAction(ReinstatePerson);
  const [wanted, setWanted] = useState<readonly Role[]>(person.roles ?? []);
  const [link, setLink] = useState<string | null>(null);
  const error = roles.error ?? contact.error ?? reset.error ?? suspend.error ?? reinstate.error;
  const personId = person.id;
  const makeLink = async () => {
    const answer = await reset.run({ input: { personId } });
    setLink(answer?.createPasswordReset.link ?? null);
  };
  return (
    <details className="managing">
      <summary>{words.members.manage}</summary>
      {error && <Failure error={error} />}
      <RolesField roles={wanted} set={setWanted} kind={kind} />
      <div className="row__actions">
        <button
          type="button"
          className="usa-button"
          disabled={roles.running || wanted.length === 0}
          onClick={() => void roles.run({ input: { personId, roles: wanted } })}
        >
          {words.members.saveRoles}
        </button>
      </div>
      <Check
        label={words.members.listed}
        hint={words.members.listedHint}
        checked={person.contact}
        set={(checked) => void contact.run({ input: { personId, contact: checked } })}
      />
      {link && <Once label={words.members.resetLink} text={link} />}
      <div className="row__actions">
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={reset.running}
          onClick={() => void makeLink()}
        >
          {words.members.reset}
        </button>
        {person.suspended && (
          <button
            type="button"
            className="usa-button usa-button--outline"
            disabled={reinstate.running}
            onClick={() => void reinstate.run({ input: { personId } })}
          >
            {words.members.reinstate}
          </button>
        )}
        {!person.suspended && person.id !== self.id && (
          <Reasoned
            action={words.members.suspend}
            text={words.members.suspendText}
            running={suspend.running}
            run={(reason) => suspend.run({ input: { personId, reason } })}
          />
        )}
      </div>
    </details>
  );
}
