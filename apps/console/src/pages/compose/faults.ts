import type { Words } from '../../words/spoken.js';
import type { Form } from './form.js';

/** What is wrong, by the field of the form. */
export type Faults = Readonly<Partial<Record<string, string>>>;

/** What is missing before one can go on from a step. The hub checks everything again when it is sent. */
export function faultsOf(form: Form, step: number, words: Words): Faults {
  const { compose } = words;
  const missing = (label: string) => compose.missing(label);
  const faults: Record<string, string> = {};
  if (step === 0) {
    if (!form.title.trim()) faults.title = missing(compose.titleField);
    if (form.kind === 'ALERT') {
      if (!form.severity) faults.severity = missing(compose.severity);
      if (!form.urgency) faults.urgency = missing(compose.urgency);
      if (!form.certainty) faults.certainty = missing(compose.certainty);
    }
  }
  if (step === 1) {
    if (form.tlp === 'RED' && form.persons.length === 0) faults.persons = missing(compose.persons);
    if (form.tlp !== 'RED' && form.regions.length + form.groupIds.length === 0)
      faults.regions = missing(compose.audience);
  }
  return faults;
}
