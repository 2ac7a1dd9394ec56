import { useState } from 'react';
import { useLocation } from 'wouter';
import { CreateMember, ENUMS } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Icon } from '../../marks/icon.js';
import { Failure } from '../../parts/failure.js';
import { Pick, TextField } from '../../parts/fields.js';
import { type FoundRegion, RegionField } from '../../parts/region-field.js';
import { useWords } from '../../words/words.js';

type Kind = (typeof ENUMS.MemberKind)[number];

/** Adds an office to the community: the hub's operators. */
export function NewMember() {
  const words = useWords();
  const [, go] = useLocation();
  const { run, running, error } = useAction(CreateMember);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>('LOCAL');
  const [region, setRegion] = useState<FoundRegion | null>(null);
  const create = async () => {
    const answer = await run({ input: { name, kind, jurisdiction: region?.code ?? null } });
    if (answer) go(`/members/${answer.createMember.member.id}`);
  };
  return (
    <details className="more-fields">
      <summary>{words.members.add}</summary>
      {error && <Failure error={error} />}
      <TextField label={words.members.name} value={name} set={setName} max={200} />
      <Pick
        label={words.members.kind}
        values={ENUMS.MemberKind}
        names={words.memberKind}
        value={kind}
        set={setKind}
      />
      {kind !== 'PARTNER' && <RegionField label={words.members.jurisdiction} choose={setRegion} />}
      {region && (
        <ul className="chosen">
          <li>
            {region.fullName}
            <button
              type="button"
              aria-label={`${words.app.remove}: ${region.fullName}`}
              onClick={() => setRegion(null)}
            >
              <Icon name="close" />
            </button>
          </li>
        </ul>
      )}
      <button
        type="button"
        className="usa-button form__submit"
        disabled={running || !name.trim()}
        onClick={() => void create()}
      >
        {words.members.add}
      </button>
    </details>
  );
}
