import { TlpMark } from '../../marks/marks.js';
import { useWords } from '../../words/words.js';
import type { Shown } from './shown.js';

/** What the marking lets the reader do with it, in plain words. */
export function Marking({ publication: { tlp, handling } }: { readonly publication: Shown }) {
  const { publication: words, tlpHelp } = useWords();
  return (
    <section className="panel">
      <h2>{words.marking}</h2>
      <p>
        <TlpMark tlp={tlp} />
      </p>
      <p>{tlpHelp[tlp]}</p>
      {handling.length > 0 && (
        <>
          <h3>{words.handling}</h3>
          <ul>
            {handling.map((caveat) => (
              <li key={caveat}>{caveat}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
