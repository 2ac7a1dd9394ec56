import { useSentence } from '../../parts/failure.js';
import { Notice } from '../../parts/notice.js';
import { useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';
import type { Autosave } from './use-autosave.js';

/** Whether what was typed is kept. */
export function SavedLine({ state, fork }: Pick<Autosave, 'state' | 'fork'>) {
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
        return state.error.passing ? compose.notSaved : sentence(state.error);
    }
  };
  if (state.is === 'failed' && state.error.code === 'CONFLICT') {
    return (
      <Notice kind="warning" urgent title={compose.conflict}>
        <div className="row__actions">
          <button type="button" className="usa-button" onClick={fork}>
            {compose.keepMine}
          </button>
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => window.location.reload()}
          >
            {compose.takeTheirs}
          </button>
        </div>
      </Notice>
    );
  }
  return (
    <p className={state.is === 'failed' ? 'saved-line saved-line--failed' : 'saved-line'} role="status">
      {says()}
    </p>
  );
}
