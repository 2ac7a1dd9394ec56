import { useEffect, useState } from 'react';
import { Preview, type PreviewQuery } from '../../generated/operations.generated.js';
import { ask } from '../../hub/ask.js';
import { asRefused, type Refused } from '../../hub/refused.js';
import { useDebounced } from '../../parts/use-debounced.js';
import { contentOf, type Form } from './form.js';

export interface PreviewState {
  readonly data: PreviewQuery['previewPublication'] | undefined;
  readonly error: Refused | undefined;
  readonly loading: boolean;
}

/** Only what decides about who sees it is asked about again: typing the text does not. */
function askable(form: Form): string | null {
  const addressed =
    form.tlp === 'RED' ? form.persons.length > 0 : form.regions.length + form.groupIds.length > 0;
  if (!addressed) return null;
  const { summary, instructions, body, products, cves, references, sourcing, handling, expires, ...rest } =
    form;
  return JSON.stringify({ ...rest, title: form.title.trim() ? 'x' : '' });
}

/** Who would see it and who would be told, were it sent now. */
export function usePreview(form: Form): PreviewState {
  const key = useDebounced(askable(form), 500);
  const [state, setState] = useState<PreviewState>({ data: undefined, error: undefined, loading: false });
  useEffect(() => {
    if (key === null) return setState({ data: undefined, error: undefined, loading: false });
    let current = true;
    setState(({ data }) => ({ data, error: undefined, loading: true }));
    ask(Preview, {
      content: { ...contentOf({ ...form, cves: '', references: '', expires: '' }), title: form.title || '–' },
    })
      .then(
        (answer) =>
          current && setState({ data: answer.previewPublication, error: undefined, loading: false }),
      )
      .catch((error) => current && setState({ data: undefined, error: asRefused(error), loading: false }));
    return () => {
      current = false;
    };
  }, [key]);
  return state;
}
