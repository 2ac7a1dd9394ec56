import { ENUMS } from '../../generated/operations.generated.js';
import { Check } from '../../parts/fields.js';
import { useWords } from '../../words/words.js';
import type { MemberShown } from './shown.js';

type Role = (typeof ENUMS.Role)[number];

const HUB_ONLY: readonly Role[] = ['ANALYST', 'OPERATOR', 'AUDITOR'];

interface RolesFieldProps {
  readonly roles: readonly Role[];
  readonly set: (roles: readonly Role[]) => void;
  readonly kind: MemberShown['kind'];
}

/** Roles, each explained by what it allows. */
export function RolesField({ roles, set, kind }: RolesFieldProps) {
  const words = useWords();
  const offered = ENUMS.Role.filter((role) => kind === 'HUB' || !HUB_ONLY.includes(role));
  return (
    <fieldset className="usa-fieldset choice">
      <legend className="usa-legend">{words.members.roles}</legend>
      {offered.map((role) => (
        <Check
          key={role}
          label={words.roles[role]}
          hint={words.roleHelp[role]}
          checked={roles.includes(role)}
          set={(checked) => set(checked ? [...roles, role] : roles.filter((other) => other !== role))}
        />
      ))}
    </fieldset>
  );
}
