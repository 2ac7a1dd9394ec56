import { Templates, type TemplatesQuery } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { Icon } from '../../marks/icon.js';
import { useSpeech, useWords } from '../../words/words.js';
import type { Form, SetForm } from './form.js';

type Template = TemplatesQuery['templates'][number];

/** What a template says of the form; what it leaves open is written in square brackets. */
function filled({ content }: Template): Partial<Form> {
  return {
    kind: content.kind,
    title: content.title,
    summary: content.summary ?? '',
    body: content.body ?? '',
    instructions: content.instructions ?? '',
    tlp: content.tlp,
    severity: content.severity,
    urgency: content.urgency,
    certainty: content.certainty,
    affectedSystems: content.affectedSystems,
    answerWithin: content.acknowledgeWithinMinutes,
  };
}

interface TemplateFieldProps {
  readonly kinds: readonly Form['kind'][];
  readonly set: SetForm;
}

/** The common cases, and those of one's own office: one press fills in the form. */
export function TemplateField({ kinds, set }: TemplateFieldProps) {
  const { compose } = useWords();
  const { language } = useSpeech();
  const { data } = useQuery(Templates, { language: language === 'es' ? 'ES' : 'EN' });
  const templates = data?.templates.filter(({ content }) => kinds.includes(content.kind)) ?? [];
  if (templates.length === 0) return null;
  return (
    <fieldset className="usa-fieldset choice">
      <legend className="usa-legend">{compose.template}</legend>
      <p className="usa-hint">{compose.templateHint}</p>
      <div className="quick">
        {templates.map((template) => (
          <button
            key={template.id}
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => set(filled(template))}
          >
            {!template.builtIn && <Icon name="account" />} {template.name}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
