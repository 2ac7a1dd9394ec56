import { useCallback, useState } from 'react';
import { useViewer } from '../../app/session.js';
import { useWords } from '../../words/words.js';
import { MapCanvas } from '../map/map-canvas.js';
import type { ChosenRegion } from './form.js';

interface MapPickerProps {
  readonly chosen: readonly ChosenRegion[];
  readonly add: (region: ChosenRegion) => void;
  readonly remove: (code: string) => void;
}

/** Picks states on the map of the nation, or counties of one's own state: a press adds one, another takes it away. */
export default function MapPicker({ chosen, add, remove }: MapPickerProps) {
  const { compose, map } = useWords();
  const { member } = useViewer();
  const own = member.jurisdiction?.code.length === 2 || member.jurisdiction?.code.length === 5;
  const state = own ? (member.jurisdiction?.code.slice(0, 2) ?? null) : null;
  const [within, setWithin] = useState<string | null>(state);
  const codes = new Set(chosen.map(({ code }) => code));
  const paint = useCallback(
    (code: string) =>
      codes.has(code) || codes.has(code.slice(0, 2)) ? { colour: '--accent', label: null } : undefined,
    [codes],
  );
  const choose = (code: string, name: string) => {
    if (codes.has(code)) remove(code);
    else add({ code, fullName: name });
  };
  return (
    <div>
      <MapCanvas
        label={compose.mapLabel}
        within={within}
        counties={within !== null}
        paint={paint}
        choose={choose}
      />
      {state !== null && (
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => setWithin(within === null ? state : null)}
        >
          {within === null ? map.own : map.nation}
        </button>
      )}
    </div>
  );
}
