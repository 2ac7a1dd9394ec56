import { useState } from 'react';
import { ScheduleRelease, type ScheduleReleaseMutation } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Failure } from '../../parts/failure.js';
import { TextField } from '../../parts/fields.js';
import { Notice } from '../../parts/notice.js';
import { useWords } from '../../words/words.js';
import type { Form } from './form.js';
import { FormCard } from './form-card.js';
import { Sent } from './sent.js';
import { TemplateSaver } from './template-saver.js';
import type { Autosave } from './use-autosave.js';
import type { PreviewState } from './use-preview.js';
import { Waiting } from './waiting.js';

type Outcome = ScheduleReleaseMutation['scheduleRelease'];

interface SendStepProps {
  readonly form: Form;
  readonly saving: Autosave;
  readonly preview: PreviewState;
  readonly revises: string | undefined;
  readonly goTo: (step: number) => void;
}

/**
 * Shows it as others will see it, then sends it. The hub keeps it back for ten seconds, in which it can be undone, unless it is an
 * EMERGENCY; or until a later time.
 */
export function SendStep({ form, saving, preview, revises, goTo }: SendStepProps) {
  const { compose } = useWords();
  const { run, running, error } = useAction(ScheduleRelease);
  const [undone, setUndone] = useState(false);
  const [note, setNote] = useState('');
  const [later, setLater] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const reviewed = (preview.data?.reviewReasons.length ?? 0) > 0;
  const emergency = form.severity === 'EMERGENCY';

  const send = async () => {
    setUndone(false);
    const draft = await saving.flush();
    if (!draft) return;
    const at = later ? new Date(later).toISOString() : null;
    const answer = await run({ input: { ...draft, at, note: revises ? note : null } });
    if (answer) setOutcome(answer.scheduleRelease);
  };

  if (outcome?.outcome === 'SCHEDULED' && outcome.draft?.schedule) {
    return (
      <Waiting
        draftId={outcome.draft.id}
        at={outcome.draft.schedule.at}
        undone={() => {
          setOutcome(null);
          setUndone(true);
        }}
      />
    );
  }
  if (outcome) {
    return <Sent released={outcome.outcome === 'RELEASED'} publicationId={outcome.publication?.id} />;
  }
  return (
    <>
      {error && <Failure error={error} />}
      {saving.state.is === 'failed' && <Failure error={saving.state.error} />}
      {undone && (
        <Notice kind="info" urgent>
          {compose.undone}
        </Notice>
      )}
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
      {!reviewed && (
        <details className="aside-help">
          <summary>{compose.sendLater}</summary>
          <TextField label={compose.sendAt} type="datetime-local" value={later} set={setLater} />
        </details>
      )}
      <TemplateSaver form={form} />
      <div className="compose__buttons">
        <button
          type="button"
          className="usa-button usa-button--big"
          disabled={running || (revises !== undefined && !note.trim())}
          onClick={() => void send()}
        >
          {reviewed ? compose.sendReview : later ? compose.sendLater : compose.send}
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
