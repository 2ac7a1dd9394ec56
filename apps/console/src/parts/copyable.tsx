import { useAnnounce } from '../app/announcer.js';
import { Icon } from '../marks/icon.js';
import { useWords } from '../words/words.js';

/** Lines that one takes to another program. */
export function Copyable({ label, lines }: { readonly label: string; readonly lines: readonly string[] }) {
  const { app } = useWords();
  const announce = useAnnounce();
  const copy = async () => {
    await navigator.clipboard.writeText(lines.join('\n'));
    announce(app.copied);
  };
  return (
    <div className="copyable">
      <ul className="copyable__lines">
        {lines.map((line) => (
          <li key={line}>
            <code>{line}</code>
          </li>
        ))}
      </ul>
      <button type="button" className="usa-button usa-button--outline" onClick={() => void copy()}>
        <Icon name="copy" /> {label}
      </button>
    </div>
  );
}
