import { useWords } from '../words/words.js';

/** Says that there is something new above. Nothing moves until the reader wants it to. */
export function FreshBar({ count, show }: { readonly count: number; readonly show: () => void }) {
  const { home } = useWords();
  return (
    <div className="fresh-place">
      {count > 0 && (
        <button type="button" className="fresh-bar" onClick={show}>
          {home.fresh(count)}
          <strong>{home.showFresh}</strong>
        </button>
      )}
    </div>
  );
}
