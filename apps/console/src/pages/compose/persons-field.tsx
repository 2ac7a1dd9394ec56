import { useState } from 'react';
import { MemberPeople } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { Icon } from '../../marks/icon.js';
import { type FoundMember, MemberField } from '../../parts/member-field.js';
import { useWords } from '../../words/words.js';
import type { ChosenPerson } from './form.js';

interface PersonsFieldProps {
  readonly persons: readonly ChosenPerson[];
  readonly set: (persons: readonly ChosenPerson[]) => void;
  readonly error: string | undefined;
}

/** The people whom a red publication names: first their office, then those of its people of whom the viewer may know. */
export function PersonsField({ persons, set, error }: PersonsFieldProps) {
  const { compose, app } = useWords();
  const [member, setMember] = useState<FoundMember | null>(null);
  return (
    <fieldset className="usa-fieldset choice">
      <legend className="usa-legend">{compose.persons}</legend>
      <p className="usa-hint">{compose.personsHint}</p>
      <MemberField label={compose.personsSearch} error={error} choose={setMember} />
      {member && (
        <PeopleOf
          member={member}
          persons={persons}
          add={(person) => set([...persons.filter(({ id }) => id !== person.id), person])}
        />
      )}
      <ul className="chosen" aria-label={compose.persons}>
        {persons.map(({ id, name, member: office }) => (
          <li key={id}>
            {name}, {office}
            <button
              type="button"
              aria-label={`${app.remove}: ${name}`}
              onClick={() => set(persons.filter((person) => person.id !== id))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

interface PeopleOfProps {
  readonly member: FoundMember;
  readonly persons: readonly ChosenPerson[];
  readonly add: (person: ChosenPerson) => void;
}

function PeopleOf({ member, persons, add }: PeopleOfProps) {
  const { app } = useWords();
  const { data } = useQuery(MemberPeople, { id: member.id, first: 50, after: null });
  const people = data?.member?.people.edges.map(({ node }) => node) ?? [];
  return (
    <fieldset className="quick" aria-label={member.name}>
      {data && people.length === 0 && <p className="soft">{app.none}</p>}
      {people.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className="usa-button usa-button--outline"
          disabled={persons.some((person) => person.id === id)}
          onClick={() => add({ id, name, member: member.name })}
        >
          <Icon name="add" /> {name}
        </button>
      ))}
    </fieldset>
  );
}
