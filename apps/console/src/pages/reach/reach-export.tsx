import { useState } from 'react';
import { asRefused, type Refused } from '../../hub/refused.js';
import { Icon } from '../../marks/icon.js';
import { Failure } from '../../parts/failure.js';
import { csv, save } from '../../parts/save.js';
import { useWords } from '../../words/words.js';
import { membersOf } from './use-county-answers.js';

/** Every office that it reached, as a file for a spreadsheet. */
export function ReachExport({ id, title }: { readonly id: string; readonly title: string }) {
  const words = useWords();
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<Refused>();
  const download = async () => {
    setRunning(true);
    setError(undefined);
    try {
      const header = [
        words.reach.offices,
        words.reach.opened,
        words.reach.answered,
        words.reach.at,
        words.reach.note,
      ];
      save(`${title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}.csv`, csv([header, ...(await rows(id))]));
    } catch (cause) {
      setError(asRefused(cause));
    } finally {
      setRunning(false);
    }
  };
  return (
    <>
      {error && <Failure error={error} />}
      <button
        type="button"
        className="usa-button usa-button--outline"
        disabled={running}
        onClick={() => void download()}
      >
        <Icon name="download" /> {words.reach.export}
      </button>
    </>
  );
}

const rows = async (id: string): Promise<string[][]> =>
  (await membersOf(id)).map(({ member, openedAt, acknowledgement }) => [
    member.name,
    openedAt ?? '',
    acknowledgement?.response ?? '',
    acknowledgement?.at ?? '',
    acknowledgement?.note ?? '',
  ]);
