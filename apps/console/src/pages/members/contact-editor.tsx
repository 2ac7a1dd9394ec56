import { useId } from 'react';
import { ENUMS } from '../../generated/operations.generated.js';
import { Icon } from '../../marks/icon.js';
import { Choices, TextField } from '../../parts/fields.js';
import { useWords } from '../../words/words.js';
import type { Contact } from './shown.js';

type Duty = Contact['duties'][number];

interface ContactEditorProps {
  readonly contacts: readonly Contact[];
  /** The office's people. */
  readonly people: readonly Contact['person'][];
  readonly set: (contacts: readonly Contact[]) => void;
  readonly save: () => void;
  readonly cancel: () => void;
  readonly running: boolean;
}

/** Orders the contacts, and says when each is on duty. */
export function ContactEditor({ contacts, people, set, save, cancel, running }: ContactEditorProps) {
  const { contacts: words, app } = useWords();
  const id = useId();
  const others = people.filter((person) => !contacts.some((contact) => contact.person.id === person.id));
  const up = (place: number) =>
    set([
      ...contacts.slice(0, place - 1),
      ...contacts.slice(place, place + 1),
      ...contacts.slice(place - 1, place),
      ...contacts.slice(place + 1),
    ]);
  const add = (personId: string) => {
    const person = others.find((other) => other.id === personId);
    if (person) set([...contacts, { person: { id: person.id, name: person.name }, duties: [] }]);
  };
  return (
    <div className="panel">
      <ol className="rows">
        {contacts.map(({ person, duties }, place) => (
          <li key={person.id} className="row">
            <div>
              <strong>{person.name}</strong>
              <DutyHours
                name={person.name}
                duties={duties}
                set={(changed) =>
                  set(
                    contacts.map((one) => (one.person.id === person.id ? { person, duties: changed } : one)),
                  )
                }
              />
            </div>
            <div className="row__actions">
              {place > 0 && (
                <button
                  type="button"
                  className="usa-button usa-button--outline"
                  aria-label={words.up(person.name)}
                  onClick={() => up(place)}
                >
                  <Icon name="up" />
                </button>
              )}
              <button
                type="button"
                className="usa-button usa-button--outline"
                aria-label={`${app.remove}: ${person.name}`}
                onClick={() => set(contacts.filter((one) => one.person.id !== person.id))}
              >
                <Icon name="close" />
              </button>
            </div>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <>
          <label className="usa-label" htmlFor={id}>
            {words.add}
          </label>
          <select className="usa-select" id={id} value="" onChange={({ target }) => add(target.value)}>
            <option value="">{words.choose}</option>
            {others.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </select>
        </>
      )}
      <div className="compose__buttons">
        <button type="button" className="usa-button" disabled={running} onClick={save}>
          {app.save}
        </button>
        <button type="button" className="usa-button usa-button--outline" onClick={cancel}>
          {app.cancel}
        </button>
      </div>
    </div>
  );
}

const OFFICE_HOURS: Duty = {
  days: ENUMS.Weekday.slice(0, 5),
  from: '08:00',
  until: '17:00',
};

interface DutyHoursProps {
  readonly name: string;
  readonly duties: readonly Duty[];
  readonly set: (duties: readonly Duty[]) => void;
}

/** When somebody is on duty: none for always. */
function DutyHours({ name, duties, set }: DutyHoursProps) {
  const { contacts: words, preferences, app } = useWords();
  const change = (place: number, part: Partial<Duty>) =>
    set(duties.map((duty, other) => (other === place ? { ...duty, ...part } : duty)));
  return (
    <details className="managing">
      <summary>{words.hours(name)}</summary>
      {duties.length === 0 && <p className="soft">{words.always}</p>}
      {duties.map(({ days, from, until }, place) => (
        <div key={place} className="duty">
          <Choices
            label={words.days}
            values={ENUMS.Weekday}
            names={preferences.weekdays}
            chosen={days}
            set={(chosen) => change(place, { days: ENUMS.Weekday.filter((day) => chosen.includes(day)) })}
          />
          <div className="two-fields">
            <TextField
              label={preferences.from}
              type="time"
              value={from}
              set={(wanted) => change(place, { from: wanted })}
            />
            <TextField
              label={preferences.until}
              type="time"
              value={until}
              set={(wanted) => change(place, { until: wanted })}
            />
          </div>
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => set(duties.filter((_, other) => other !== place))}
          >
            {app.remove}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="usa-button usa-button--unstyled"
        onClick={() => set([...duties, OFFICE_HOURS])}
      >
        {words.addHours}
      </button>
    </details>
  );
}
