import { useState } from 'react';
import { useMay } from '../../app/session.js';
import { CreateTemplate } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Failure } from '../../parts/failure.js';
import { TextField } from '../../parts/fields.js';
import { Notice } from '../../parts/notice.js';
import { useSpeech, useWords } from '../../words/words.js';
import type { Form } from './form.js';

/** Keeps what is written as a template of one's office. */
export function TemplateSaver({ form }: { readonly form: Form }) {
  const { compose, app } = useWords();
  const { language } = useSpeech();
  const may = useMay();
  const { run, running, error } = useAction(CreateTemplate);
  const [name, setName] = useState('');
  const [saved, setSaved] = useState(false);
  if (!may('template.manage')) return null;
  const save = async () => {
    const content = {
      kind: form.kind,
      title: form.title,
      summary: form.summary || null,
      body: form.body || null,
      instructions: form.instructions || null,
      tlp: form.tlp,
      severity: form.severity,
      urgency: form.urgency,
      certainty: form.certainty,
      affectedSystems: form.affectedSystems,
      acknowledgeWithinMinutes: form.answerWithin,
    };
    const spoken = language === 'es' ? ('ES' as const) : ('EN' as const);
    setSaved((await run({ input: { name, language: spoken, content } })) !== undefined);
  };
  return (
    <details className="aside-help">
      <summary>{compose.keepTemplate}</summary>
      {error && <Failure error={error} />}
      {saved && <Notice kind="success">{compose.templateKept}</Notice>}
      <TextField label={compose.templateName} value={name} set={setName} max={100} />
      <button
        type="button"
        className="usa-button usa-button--outline form__submit"
        disabled={running || !name.trim()}
        onClick={() => void save()}
      >
        {app.save}
      </button>
    </details>
  );
}
