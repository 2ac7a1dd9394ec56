import { useSentence } from '../../parts/failure.js';
import { useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';
import type { SaveState } from './use-autosave.js';

/** Whether what was typed is kept. */
export function SavedLine({ state }: { readonly state: SaveState }) {
  const { compose } = useWords();
  const times = useTimes();
  const sentence = useSentence();
  const says = () => {
    switch (state.is) {
      case 'unsaved':
        return '';
      case 'saving':
        return compose.saving;
      case 'saved':
        return compose.saved(times.clock(state.at));
      case 'failed':
        if (state.error.code === 'CONFLICT') return compose.conflict;
        return state.error.passing ? compose.notSaved : sentence(state.error);
    }
  };
  return (
    <p className={state.is === 'failed' ? 'saved-line saved-line--failed' : 'saved-line'} role="status">
      {says()}
    </p>
  );
}
