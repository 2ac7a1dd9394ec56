import { useState } from 'react';
import { MembersFound, type MembersFoundQuery } from '../generated/operations.generated.js';
import { useQuery } from '../hub/use-query.js';
import { Combobox } from './combobox.js';
import { useDebounced } from './use-debounced.js';

export type FoundMember = MembersFoundQuery['members']['edges'][number]['node'];

interface MemberFieldProps {
  readonly label: string;
  readonly error?: string | undefined;
  readonly choose: (member: FoundMember) => void;
}

/** Finds an office as one types its name. */
export function MemberField({ label, error, choose }: MemberFieldProps) {
  const [text, setText] = useState('');
  const asked = useDebounced(text.trim(), 250);
  const { data } = useQuery(MembersFound, { text: asked, first: 8 });
  return (
    <Combobox
      label={label}
      error={error}
      text={text}
      setText={setText}
      options={asked ? (data?.members.edges.map(({ node }) => node) ?? []) : []}
      keyOf={({ id }) => id}
      show={({ name }) => name}
      choose={choose}
    />
  );
}
