import { useState } from 'react';
import { useMay, useViewer } from '../../app/session.js';
import {
  AddGroupMember,
  CloseGroup,
  CreateGroup,
  Groups,
  GroupWhole,
  RemoveGroupMember,
} from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { useQuery } from '../../hub/use-query.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { TextField } from '../../parts/fields.js';
import { Loading } from '../../parts/loading.js';
import { MemberField } from '../../parts/member-field.js';
import { PageTitle } from '../../parts/page-title.js';
import { useWords } from '../../words/words.js';

/** The sharing groups that one's office belongs to. Nobody outside knows of them. */
export default function GroupsPage() {
  const words = useWords();
  const may = useMay();
  const { data, error, loading, refresh } = useQuery(Groups, { first: 50, after: null });
  const groups = data?.groups.edges.map(({ node }) => node) ?? [];
  return (
    <>
      <PageTitle title={words.nav.groups} />
      <p className="lead">{words.groups.lead}</p>
      {error && <Failure error={error} retry={refresh} />}
      {!data && loading && <Loading />}
      {data && groups.length === 0 && (
        <Empty icon="group" title={words.groups.none} text={words.groups.noneText} />
      )}
      {groups.map(({ id }) => (
        <Whole key={id} id={id} />
      ))}
      {may('group.create') && <NewGroup />}
    </>
  );
}

function Whole({ id }: { readonly id: string }) {
  const words = useWords();
  const may = useMay();
  const { member: own } = useViewer();
  const { data } = useQuery(GroupWhole, { id, first: 100, after: null });
  const add = useAction(AddGroupMember);
  const remove = useAction(RemoveGroupMember);
  const close = useAction(CloseGroup);
  const group = data?.group;
  if (!group) return null;
  const runs = group.owner.id === own.id && may('group.manage');
  const error = add.error ?? remove.error ?? close.error;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{group.name}</h2>
      <p className="soft">{words.groups.runBy(group.owner.name)}</p>
      {error && <Failure error={error} />}
      <ul className="rows">
        {group.members.edges.map(({ node }) => (
          <li key={node.id} className="row">
            <div>
              {node.name} <span className="soft">{words.memberKind[node.kind]}</span>
            </div>
            {node.id !== group.owner.id && (runs || (node.id === own.id && may('group.leave'))) && (
              <button
                type="button"
                className="usa-button usa-button--outline"
                disabled={remove.running}
                aria-label={`${node.id === own.id ? words.groups.leave : words.app.remove}: ${node.name}`}
                onClick={() => void remove.run({ input: { groupId: id, memberId: node.id } })}
              >
                {node.id === own.id ? words.groups.leave : words.app.remove}
              </button>
            )}
          </li>
        ))}
      </ul>
      {runs && (
        <>
          <MemberField
            label={words.groups.add}
            choose={(member) => void add.run({ input: { groupId: id, memberId: member.id } })}
          />
          <button
            type="button"
            className="usa-button usa-button--unstyled discard"
            disabled={close.running}
            onClick={() => void close.run({ input: { groupId: id } })}
          >
            {words.groups.close}
          </button>
        </>
      )}
    </section>
  );
}

function NewGroup() {
  const words = useWords();
  const { run, running, error } = useAction(CreateGroup);
  const [name, setName] = useState('');
  const create = async () => {
    if (await run({ input: { name } })) setName('');
  };
  return (
    <details className="more-fields">
      <summary>{words.groups.create}</summary>
      {error && <Failure error={error} />}
      <TextField label={words.groups.name} value={name} set={setName} max={100} />
      <button
        type="button"
        className="usa-button form__submit"
        disabled={running || !name.trim()}
        onClick={() => void create()}
      >
        {words.groups.create}
      </button>
    </details>
  );
}
