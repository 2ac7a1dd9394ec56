import { useState } from 'react';
import { Regions, type RegionsQuery } from '../generated/operations.generated.js';
import { useQuery } from '../hub/use-query.js';
import { Combobox } from './combobox.js';
import { useDebounced } from './use-debounced.js';

export type FoundRegion = RegionsQuery['regions'][number];

interface RegionFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly choose: (region: FoundRegion) => void;
}

/** Finds a region as one types it: `dane wi`, `55025`, `region 5`. */
export function RegionField({ label, hint, error, choose }: RegionFieldProps) {
  const [text, setText] = useState('');
  const asked = useDebounced(text.trim(), 200);
  const { data } = useQuery(Regions, {
    text: asked || null,
    within: null,
    levels: asked ? null : ['STATE'],
    first: 8,
  });
  return (
    <Combobox
      label={label}
      hint={hint}
      error={error}
      text={text}
      setText={setText}
      options={asked ? (data?.regions ?? []) : []}
      keyOf={({ code }) => code}
      show={({ fullName, code }) => (
        <>
          {fullName} <span className="soft">{code}</span>
        </>
      )}
      choose={choose}
    />
  );
}
