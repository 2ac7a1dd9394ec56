import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { ReleaseDraft, type ReleaseDraftMutation } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Failure } from '../../parts/failure.js';
import { TextField } from '../../parts/fields.js';
import { Notice } from '../../parts/notice.js';
import { useWords } from '../../words/words.js';
import type { Form } from './form.js';
import { FormCard } from './form-card.js';
import type { SavedDraft } from './use-autosave.js';
import type { PreviewState } from './use-preview.js';

type Outcome = ReleaseDraftMutation['releaseDraft'];

interface SendStepProps {
  readonly form: Form;
  readonly flush: () => Promise<SavedDraft | null>;
  readonly preview: PreviewState;
  readonly revises: string | undefined;
  readonly goTo: (step: number) => void;
}

/** Seconds within which a send can be undone. */
const UNDO = 10;

/** Shows it as others will see it, then sends it. For ten seconds that can be undone, unless it is an EMERGENCY. */
export function SendStep({ form, flush, preview, revises, goTo }: SendStepProps) {
  const { compose } = useWords();
  const { run, running, error } = useAction(ReleaseDraft);
  const [left, setLeft] = useState<number | null>(null);
  const [undone, setUndone] = useState(false);
  const [note, setNote] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const reviewed = (preview.data?.reviewReasons.length ?? 0) > 0;
  const emergency = form.severity === 'EMERGENCY';

  const release = async () => {
    const draft = await flush();
    if (!draft) return;
    const answer = await run({ input: { ...draft, note: revises ? note : null } });
    if (answer) setOutcome(answer.releaseDraft);
  };
  const latest = useRef(release);
  latest.current = release;
  useEffect(() => {
    if (left === null) return;
    if (left === 0) {
      setLeft(null);
      void latest.current();
      return;
    }
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left]);

  const send = () => {
    setUndone(false);
    if (emergency || reviewed) void release();
    else setLeft(UNDO);
  };

  if (outcome) return <Sent outcome={outcome} />;
  if (left !== null) {
    return (
      <Undo
        left={left}
        undo={() => {
          setLeft(null);
          setUndone(true);
        }}
      />
    );
  }
  return (
    <>
      {error && <Failure error={error} />}
      {undone && <Notice kind="info">{compose.undone}</Notice>}
      <FormCard form={form} />
      {revises && (
        <TextField
          label={compose.note}
          hint={compose.noteHint}
          value={note}
          set={setNote}
          max={500}
          required
        />
      )}
      {emergency && !reviewed && <Notice kind="warning">{compose.emergency}</Notice>}
      <div className="compose__buttons">
        <button
          type="button"
          className="usa-button usa-button--big"
          disabled={running || (revises !== undefined && !note.trim())}
          onClick={send}
        >
          {reviewed ? compose.sendReview : compose.send}
        </button>
        <button
          type="button"
          className="usa-button usa-button--outline usa-button--big"
          onClick={() => goTo(1)}
        >
          {compose.previous}
        </button>
      </div>
    </>
  );
}

function Undo({ left, undo }: { readonly left: number; readonly undo: () => void }) {
  const { compose } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div className="undo">
      <p className="undo__count" role="timer">
        {compose.sending(left)}
      </p>
      <button
        type="button"
        ref={button}
        className="usa-button usa-button--big usa-button--secondary"
        onClick={undo}
      >
        {compose.undo}
      </button>
    </div>
  );
}

function Sent({ outcome: { outcome, publication } }: { readonly outcome: Outcome }) {
  const { compose, nav } = useWords();
  return (
    <div className="sent">
      <Notice kind="success" urgent>
        {outcome === 'RELEASED' ? compose.released : compose.submitted}
      </Notice>
      <div className="compose__buttons">
        {publication && (
          <Link href={`/publications/${publication.id}`} className="usa-button usa-button--big">
            {compose.see}
          </Link>
        )}
        {outcome === 'SUBMITTED_FOR_REVIEW' && (
          <Link href="/drafts" className="usa-button usa-button--big">
            {nav.drafts}
          </Link>
        )}
        <Link href="/compose" className="usa-button usa-button--outline usa-button--big">
          {compose.postAnother}
        </Link>
      </div>
    </div>
  );
}
