import { useViewer } from '../../app/session.js';
import { ENUMS } from '../../generated/operations.generated.js';
import { SeverityMark } from '../../marks/marks.js';
import { Choice, Choices, TextField } from '../../parts/fields.js';
import { useWords } from '../../words/words.js';
import type { Faults } from './faults.js';
import { type Form, kindsOf, type SetForm } from './form.js';
import { TemplateField } from './template-field.js';

interface StepProps {
  readonly form: Form;
  readonly set: SetForm;
  readonly faults: Faults;
  /** A revision keeps its kind. */
  readonly keepsKind: boolean;
}

const REVERSED = [...ENUMS.Severity].reverse();
const URGENCIES = ENUMS.Urgency;

/** What happened, how bad it is, what others should do. */
export function WhatStep({ form, set, faults, keepsKind }: StepProps) {
  const words = useWords();
  const { compose } = words;
  const viewer = useViewer();
  const kinds = kindsOf(viewer);
  return (
    <>
      {!keepsKind && <TemplateField kinds={kinds} set={set} />}
      {!keepsKind && kinds.length > 1 && (
        <Choice
          label={compose.kind}
          values={kinds}
          names={words.kinds}
          help={words.kindHelp}
          value={form.kind}
          set={(kind) => set({ kind, answerWithin: kind === 'ALERT' ? 60 : null })}
        />
      )}
      <TextField
        label={compose.titleField}
        hint={compose.titleHint}
        error={faults.title}
        value={form.title}
        set={(title) => set({ title })}
        max={200}
        required
      />
      <TextField
        label={compose.summary}
        hint={compose.summaryHint}
        value={form.summary}
        set={(summary) => set({ summary })}
        rows={2}
        max={500}
      />
      <TextField
        label={compose.instructions}
        hint={compose.instructionsHint}
        value={form.instructions}
        set={(instructions) => set({ instructions })}
        rows={4}
        max={10_000}
      />
      {form.kind !== 'BULLETIN' && (
        <Choice
          label={compose.severity}
          error={faults.severity}
          values={REVERSED}
          names={words.severities}
          help={words.severityHelp}
          show={(severity) => <SeverityMark severity={severity} />}
          value={form.severity}
          set={(severity) => set({ severity })}
        />
      )}
      {form.kind === 'ALERT' && (
        <>
          <Choice
            label={compose.urgency}
            error={faults.urgency}
            values={URGENCIES}
            names={words.urgencies}
            value={form.urgency}
            set={(urgency) => set({ urgency })}
          />
          <Choice
            label={compose.certainty}
            error={faults.certainty}
            values={ENUMS.Certainty}
            names={words.certainties}
            value={form.certainty}
            set={(certainty) => set({ certainty })}
          />
        </>
      )}
      {form.kind === 'BULLETIN' && <Analysis form={form} set={set} />}
      <Choices
        label={compose.systems}
        values={ENUMS.AffectedSystem}
        names={words.systems}
        chosen={form.affectedSystems}
        set={(affectedSystems) => set({ affectedSystems })}
      />
      <Choice
        label={compose.status}
        values={ENUMS.PublicationStatus}
        names={words.statuses}
        help={words.statusHelp}
        value={form.status}
        set={(status) => set({ status })}
      />
      <details className="more-fields" open={form.kind !== 'ALERT' || form.body !== ''}>
        <summary>{compose.moreFields}</summary>
        <TextField
          label={compose.body}
          hint={compose.bodyHint}
          value={form.body}
          set={(body) => set({ body })}
          rows={8}
          max={50_000}
        />
        <TextField
          label={compose.products}
          value={form.products}
          set={(products) => set({ products })}
          rows={2}
        />
        <TextField label={compose.cves} value={form.cves} set={(cves) => set({ cves })} />
        <TextField
          label={compose.references}
          value={form.references}
          set={(references) => set({ references })}
          rows={2}
        />
      </details>
    </>
  );
}

/** How sure the analysts are, and what from: for bulletins. */
function Analysis({ form, set }: Pick<StepProps, 'form' | 'set'>) {
  const words = useWords();
  return (
    <>
      <Choice
        label={words.compose.confidence}
        values={ENUMS.AnalyticConfidence}
        names={words.confidences}
        value={form.confidence}
        set={(confidence) => set({ confidence })}
      />
      <TextField
        label={words.compose.sourcing}
        value={form.sourcing}
        set={(sourcing) => set({ sourcing })}
        rows={2}
        max={2_000}
      />
      <TextField
        label={words.compose.handling}
        value={form.handling}
        set={(handling) => set({ handling })}
        rows={2}
      />
    </>
  );
}
