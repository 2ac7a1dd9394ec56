import { useId } from 'react';
import { MemberPeople } from '../../../generated/operations.generated.js';
import { useQuery } from '../../../hub/use-query.js';
import { MemberField } from '../../../parts/member-field.js';
import { useWords } from '../../../words/words.js';
import type { Form } from './form.js';

interface TakerProps {
  readonly office: Form['office'];
  readonly personId: string;
  readonly setOffice: (office: Form['office']) => void;
  readonly setPerson: (id: string) => void;
}

/** By whose rights what comes is taken in: an office, then one of its people. */
export function Taker({ office, personId, setOffice, setPerson }: TakerProps) {
  const { remotes } = useWords();
  return (
    <fieldset className="usa-fieldset choice">
      <legend className="usa-legend">{remotes.taker}</legend>
      <p className="usa-hint">{remotes.takerHint}</p>
      <MemberField label={office ? remotes.otherOffice : remotes.office} choose={setOffice} />
      {office && <Person office={office} personId={personId} setPerson={setPerson} />}
    </fieldset>
  );
}

interface PersonProps {
  readonly office: NonNullable<Form['office']>;
  readonly personId: string;
  readonly setPerson: (id: string) => void;
}

function Person({ office, personId, setPerson }: PersonProps) {
  const { remotes, contacts } = useWords();
  const id = useId();
  const { data } = useQuery(MemberPeople, { id: office.id, first: 100, after: null });
  const writing = data?.member?.people.edges
    .map(({ node }) => node)
    .filter(({ roles, suspended }) => !suspended && roles?.some(writes));
  if (writing?.length === 0) return <p className="usa-error-message">{remotes.nobodyWrites(office.name)}</p>;
  return (
    <div className="usa-form-group">
      <label className="usa-label" htmlFor={id}>
        {remotes.personOf(office.name)}
      </label>
      <select
        className="usa-select"
        id={id}
        value={personId}
        onChange={({ target }) => setPerson(target.value)}
      >
        <option value="">{contacts.choose}</option>
        {writing?.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
    </div>
  );
}

const writes = (role: string): boolean => role === 'AUTHOR' || role === 'RELEASER';
