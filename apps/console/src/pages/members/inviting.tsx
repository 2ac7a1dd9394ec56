import { useState } from 'react';
import { type ENUMS, InvitePerson } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Failure } from '../../parts/failure.js';
import { TextField } from '../../parts/fields.js';
import { Once } from '../../parts/once.js';
import { useWords } from '../../words/words.js';
import { RolesField } from './roles-field.js';
import type { MemberShown } from './shown.js';

type Role = (typeof ENUMS.Role)[number];

/** Invites one person by a link, which is shown once. */
export function Inviting({ member }: { readonly member: MemberShown }) {
  const words = useWords();
  const { run, running, error } = useAction(InvitePerson);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>(['VIEWER', 'AUTHOR']);
  const [link, setLink] = useState<string | null>(null);
  const invite = async () => {
    const answer = await run({ input: { memberId: member.id, email, name, roles } });
    if (!answer) return;
    setLink(answer.invitePerson.link);
    setName('');
    setEmail('');
  };
  return (
    <details className="more-fields">
      <summary>{words.members.invite}</summary>
      {error && <Failure error={error} />}
      {link && <Once label={words.members.inviteLink} text={link} />}
      <TextField label={words.members.personName} value={name} set={setName} max={100} />
      <TextField label={words.signIn.email} type="email" value={email} set={setEmail} max={254} />
      <RolesField roles={roles} set={setRoles} kind={member.kind} />
      <button
        type="button"
        className="usa-button form__submit"
        disabled={running || !name.trim() || !email.trim() || roles.length === 0}
        onClick={() => void invite()}
      >
        {words.members.makeLink}
      </button>
    </details>
  );
}
