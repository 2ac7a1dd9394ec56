import { useAnnounce } from '../app/announcer.js';
import { Icon } from '../marks/icon.js';
import { useWords } from '../words/words.js';
import { Notice } from './notice.js';

/** A secret that is shown this once: it stands on the page until one leaves it, and nowhere else. */
export function Once({ label, text }: { readonly label: string; readonly text: string }) {
  const { app } = useWords();
  const announce = useAnnounce();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    announce(app.copied);
  };
  return (
    <Notice kind="success" urgent title={label}>
      <p>
        <code className="once">{text}</code>
      </p>
      <button type="button" className="usa-button" onClick={() => void copy()}>
        <Icon name="copy" /> {app.copy}
      </button>
    </Notice>
  );
}
