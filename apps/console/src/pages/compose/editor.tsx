import { useState } from 'react';
import { useLocation } from 'wouter';
import { DiscardDraft } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Failure } from '../../parts/failure.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { useWords } from '../../words/words.js';
import { AudienceStep } from './audience-step.js';
import { type Faults, faultsOf } from './faults.js';
import type { Form } from './form.js';
import { PreviewPanel } from './preview-panel.js';
import { SavedLine } from './saved-line.js';
import { SendStep } from './send-step.js';
import { Steps } from './steps.js';
import { type SavedDraft, useAutosave } from './use-autosave.js';
import { usePreview } from './use-preview.js';
import { WhatStep } from './what-step.js';

interface EditorProps {
  readonly initial: Form;
  readonly draft?: SavedDraft & { readonly state: string; readonly reviewNote: string | null };
  readonly revises?: string | undefined;
  readonly created?: (id: string) => void;
}

/** Three short steps from what happened to who should know to sending it, saved as one types. */
export function Editor({ initial, draft, revises, created }: EditorProps) {
  const words = useWords();
  const [form, setForm] = useState(initial);
  const [step, setStep] = useState(0);
  const [faults, setFaults] = useState<Faults>({});
  const saving = useAutosave(form, { draft, revises, created });
  const preview = usePreview(form);
  const set = (change: Partial<Form>) => {
    setForm((known) => ({ ...known, ...change }));
    setFaults((known) => Object.fromEntries(Object.entries(known).filter(([name]) => !(name in change))));
  };
  const goTo = (wanted: number) => {
    const found = wanted > step ? faultsOf(form, step, words) : {};
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    setStep(wanted);
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  };
  const shared = { form, set, faults };
  return (
    <div className="compose">
      <PageTitle title={revises ? words.compose.revising : words.compose.title} />
      {!revises && <p className="lead">{words.compose.lead}</p>}
      {draft?.state === 'RETURNED' && draft.reviewNote && (
        <Notice kind="warning" title={words.drafts.returned}>
          {draft.reviewNote}
        </Notice>
      )}
      <Steps step={step} goTo={goTo} reviewed={(preview.data?.reviewReasons.length ?? 0) > 0} />
      <SavedLine state={saving.state} fork={saving.fork} />
      <Summary faults={faults} />
      <div className="compose__columns">
        <div className="compose__main">
          {step === 0 && <WhatStep {...shared} keepsKind={revises !== undefined} />}
          {step === 1 && <AudienceStep {...shared} />}
          {step === 2 && (
            <SendStep form={form} saving={saving} preview={preview} revises={revises} goTo={goTo} />
          )}
          {step < 2 && (
            <div className="compose__buttons">
              <button type="button" className="usa-button usa-button--big" onClick={() => goTo(step + 1)}>
                {words.compose.next}
              </button>
              {step > 0 && (
                <button
                  type="button"
                  className="usa-button usa-button--outline usa-button--big"
                  onClick={() => goTo(step - 1)}
                >
                  {words.compose.previous}
                </button>
              )}
            </div>
          )}
          <Discard flush={saving.flush} />
        </div>
        <PreviewPanel preview={preview} />
      </div>
    </div>
  );
}

function Summary({ faults }: { readonly faults: Faults }) {
  const { compose } = useWords();
  const sentences = Object.values(faults);
  if (sentences.length === 0) return null;
  return (
    <Notice kind="error" urgent title={compose.fix}>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Discard({ flush }: { readonly flush: () => Promise<SavedDraft | null> }) {
  const { compose } = useWords();
  const [, go] = useLocation();
  const { run, running, error } = useAction(DiscardDraft);
  const discard = async () => {
    const draft = await flush();
    if (!draft || (await run({ input: { id: draft.id } }))) go('/drafts');
  };
  return (
    <>
      {error && <Failure error={error} />}
      <button
        type="button"
        className="usa-button usa-button--unstyled discard"
        disabled={running}
        onClick={() => void discard()}
      >
        {compose.discard}
      </button>
    </>
  );
}
