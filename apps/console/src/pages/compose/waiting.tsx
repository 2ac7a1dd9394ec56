import { useEffect, useRef, useState } from 'react';
import { useViewer } from '../../app/session.js';
import {
  CancelScheduledRelease,
  WaitingDraft,
  type WaitingDraftQuery,
} from '../../generated/operations.generated.js';
import { ask } from '../../hub/ask.js';
import { useAction } from '../../hub/use-action.js';
import { Failure } from '../../parts/failure.js';
import { Notice } from '../../parts/notice.js';
import { useNow, useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';
import { Sent } from './sent.js';

/** How often the hub is asked whether it is out, once its time has come. Milliseconds. */
const LOOK_EVERY = 700;
const MINUTE = 60_000;

interface WaitingProps {
  readonly draftId: string;
  /** When it goes out. */
  readonly at: string;
  readonly undone: () => void;
}

/** Counts down to the release that the hub keeps back, and says when it is out. It goes out also if this page is closed. */
export function Waiting({ draftId, at, undone }: WaitingProps) {
  const { compose } = useWords();
  const times = useTimes();
  const now = useNow(250);
  const { run, running, error } = useAction(CancelScheduledRelease);
  const state = useOutcome(draftId, Date.parse(at) <= now);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);

  if (state?.draft?.schedule?.refusal) {
    return <Notice kind="error" urgent title={compose.refused(state.draft.schedule.refusal)} />;
  }
  if (state && !state.draft) return <Sent released publicationId={state.publications.edges[0]?.node.id} />;
  const left = Math.max(0, Date.parse(at) - now);
  const undo = async () => {
    if (await run({ input: { id: draftId } })) undone();
  };
  return (
    <div className="undo">
      {error && <Failure error={error} />}
      <p className="undo__count" role="timer">
        {left > MINUTE ? compose.sendingAt(times.moment(at)) : compose.sending(Math.ceil(left / 1_000))}
      </p>
      <button
        type="button"
        ref={button}
        className="usa-button usa-button--big usa-button--secondary"
        disabled={running}
        onClick={() => void undo()}
      >
        {compose.undo}
      </button>
    </div>
  );
}

/** What has become of the draft, asked for once its time has come, until it is decided. */
function useOutcome(draftId: string, due: boolean): WaitingDraftQuery | null {
  const { member } = useViewer();
  const [state, setState] = useState<WaitingDraftQuery | null>(null);
  const decided = state !== null && (!state.draft || Boolean(state.draft.schedule?.refusal));
  useEffect(() => {
    if (!due || decided) return;
    const look = () => {
      ask(WaitingDraft, { id: draftId, originId: member.id }).then(setState, () => undefined);
    };
    look();
    const timer = setInterval(look, LOOK_EVERY);
    return () => clearInterval(timer);
  }, [draftId, due, decided, member.id]);
  return decided ? state : null;
}
