import { useId, useState } from 'react';
import { useAnnounce } from '../../app/announcer.js';
import { useMay, useViewer } from '../../app/session.js';
import { Acknowledge, ENUMS } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import type { IconName } from '../../marks/icon.js';
import { Icon } from '../../marks/icon.js';
import { Failure } from '../../parts/failure.js';
import { useWords } from '../../words/words.js';

type Response = (typeof ENUMS.AcknowledgementResponse)[number];

const ICONS: Readonly<Record<Response, IconName>> = {
  ACTING: 'check',
  NOT_AFFECTED: 'security',
  NEED_HELP: 'help',
};

interface AnsweringProps {
  readonly publicationId: string;
  readonly title: string;
  /** Asks for a note too, and says for whom one answers. */
  readonly full?: boolean;
  readonly done?: () => void;
}

/** Three big buttons, one of which answers for the viewer's office: a single click. */
export function Answering({ publicationId, title, full = false, done }: AnsweringProps) {
  const words = useWords();
  const may = useMay();
  const announce = useAnnounce();
  const { member } = useViewer();
  const { run, running, error } = useAction(Acknowledge);
  const [note, setNote] = useState('');
  const id = useId();
  if (!may('publication.acknowledge')) return null;
  const answer = async (response: Response) => {
    const input = { publicationId, response, ...(note.trim() ? { note: note.trim() } : {}) };
    if (!(await run({ input }))) return;
    announce(`${words.answers[response]}: ${title}`);
    done?.();
  };
  return (
    <div className="answering">
      {error && <Failure error={error} />}
      {full && (
        <>
          <p className="answering__lead">{words.publication.answerLead(member.name)}</p>
          <label className="usa-label" htmlFor={`${id}-note`}>
            {words.publication.note}
          </label>
          <textarea
            className="usa-textarea answering__note"
            id={`${id}-note`}
            maxLength={1_000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </>
      )}
      <div className="answering__buttons">
        {ENUMS.AcknowledgementResponse.map((response) => (
          <button
            key={response}
            type="button"
            className={`answer answer--${response.toLowerCase()}`}
            disabled={running}
            onClick={() => void answer(response)}
          >
            <Icon name={ICONS[response]} />
            <span>
              <strong>{words.answers[response]}</strong>
              {full && <span className="answer__help">{words.answerHelp[response]}</span>}
              {!full && <span className="usa-sr-only">: {title}</span>}
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}
