import { useState } from 'react';
import { ContactList, SetContactList } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { useQuery } from '../../hub/use-query.js';
import { Failure } from '../../parts/failure.js';
import { useWords } from '../../words/words.js';
import { ContactEditor } from './contact-editor.js';
import type { Contact, MemberShown } from './shown.js';

/** Whom of the office to ask one after another, and when each is on duty. */
export function ContactOrder({ member, may }: { readonly member: MemberShown; readonly may: boolean }) {
  const { contacts: words } = useWords();
  const { data, error, refresh } = useQuery(ContactList, { id: member.id });
  const [editing, setEditing] = useState<readonly Contact[] | null>(null);
  const set = useAction(SetContactList);
  const listed = data?.member?.contactList;
  if (error && !data) return <Failure error={error} retry={refresh} />;
  if (!listed) return null;
  const save = async (contacts: readonly Contact[]) => {
    const input = { contacts: contacts.map(({ person, duties }) => ({ personId: person.id, duties })) };
    if (await set.run({ input })) setEditing(null);
  };
  return (
    <section aria-labelledby="contact-order">
      <h2 id="contact-order">{words.title}</h2>
      <p className="soft">{words.text}</p>
      {set.error && <Failure error={set.error} />}
      {editing ? (
        <ContactEditor
          contacts={editing}
          people={member.people.edges.map(({ node }) => node)}
          set={setEditing}
          save={() => void save(editing)}
          cancel={() => setEditing(null)}
          running={set.running}
        />
      ) : (
        <>
          {listed.length === 0 && <p>{words.none}</p>}
          <ol className="rows">
            {listed.map((contact) => (
              <li key={contact.person.id} className="row">
                <div>
                  <strong>{contact.person.name}</strong>
                  <Duties duties={contact.duties} />
                </div>
              </li>
            ))}
          </ol>
          {may && (
            <button
              type="button"
              className="usa-button usa-button--outline"
              onClick={() => setEditing(listed)}
            >
              {words.change}
            </button>
          )}
        </>
      )}
    </section>
  );
}

function Duties({ duties }: Pick<Contact, 'duties'>) {
  const { contacts: words, preferences } = useWords();
  if (duties.length === 0) return <p className="soft">{words.always}</p>;
  return duties.map(({ days, from, until }) => (
    <p className="soft" key={`${days}${from}`}>
      {words.duty(days.map((day) => preferences.weekdays[day]).join(', '), from, until)}
    </p>
  ));
}
