import { useState } from 'react';
import { Reach, type ReachQuery } from '../../generated/operations.generated.js';
import { ask } from '../../hub/ask.js';
import { asRefused, type Refused } from '../../hub/refused.js';
import { Icon } from '../../marks/icon.js';
import { Failure } from '../../parts/failure.js';
import { csv, save } from '../../parts/save.js';
import { useWords } from '../../words/words.js';

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

type Members = NonNullable<NonNullable<ReachQuery['publication']>['reach']>['members'] | undefined;

async function rows(id: string): Promise<string[][]> {
  const found: string[][] = [];
  let after: string | null = null;
  do {
    const { publication }: ReachQuery = await ask(Reach, { id, silentOnly: false, first: 100, after });
    const members: Members = publication?.reach?.members;
    for (const { node } of members?.edges ?? []) {
      const { member, openedAt, acknowledgement } = node;
      const answer = acknowledgement
        ? [acknowledgement.response, acknowledgement.at, acknowledgement.note ?? '']
        : ['', '', ''];
      found.push([member.name, openedAt ?? '', ...answer]);
    }
    after = members?.pageInfo.hasNextPage ? members.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}
