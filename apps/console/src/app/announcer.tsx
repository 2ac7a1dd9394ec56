import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const Context = createContext<(text: string) => void>(() => {});

/** Tells screen readers, without taking the focus, what has changed on the page. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [text, setText] = useState('');
  const announce = useCallback((said: string) => {
    setText('');
    requestAnimationFrame(() => setText(said));
  }, []);
  return (
    <Context value={announce}>
      {children}
      <div className="usa-sr-only" role="status" aria-live="polite" aria-atomic="true" data-announcer="">
        {text}
      </div>
    </Context>
  );
}

export const useAnnounce = (): ((text: string) => void) => useContext(Context);
