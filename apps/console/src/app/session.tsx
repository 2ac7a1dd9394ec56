import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { Session, type SessionQuery, SignOut } from '../generated/operations.generated.js';
import { ask, onSessionEnded } from '../hub/ask.js';
import { asRefused, type Refused } from '../hub/refused.js';
import { store } from '../hub/store.js';

export type Viewer = NonNullable<SessionQuery['viewer']>;
export type Hub = SessionQuery['hub'];

interface SessionState {
  readonly hub: Hub | undefined;
  /** Undefined until the hub has said who is asking; null for nobody. */
  readonly viewer: Viewer | null | undefined;
  /** Why the hub could not say it. */
  readonly error: Refused | undefined;
  /** Whether a session that was there has come to its end. */
  readonly ended: boolean;
  readonly refresh: () => Promise<void>;
  readonly signOut: () => Promise<void>;
}

const Context = createContext<SessionState | null>(null);

/** Who is signed in at this browser. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [answer, setAnswer] = useState<SessionQuery>();
  const [error, setError] = useState<Refused>();
  const [ended, setEnded] = useState(false);

  const refresh = useCallback(async () => {
    setError(undefined);
    try {
      const session = await ask(Session, {});
      store.clear();
      setAnswer(session);
      if (session.viewer) setEnded(false);
    } catch (cause) {
      setError(asRefused(cause));
    }
  }, []);

  const forget = useCallback(() => {
    store.clear();
    setAnswer((known) => known && { ...known, viewer: null });
  }, []);

  useEffect(() => void refresh(), [refresh]);
  useEffect(
    () =>
      onSessionEnded(() => {
        setEnded(true);
        forget();
      }),
    [forget],
  );

  const signOut = useCallback(async () => {
    await ask(SignOut, {}).catch(() => undefined);
    forget();
  }, [forget]);

  const state = useMemo(
    () => ({ hub: answer?.hub, viewer: answer?.viewer, error, ended, refresh, signOut }),
    [answer, error, ended, refresh, signOut],
  );
  return <Context value={state}>{children}</Context>;
}

export function useSession(): SessionState {
  const state = useContext(Context);
  if (!state) throw new Error('This is shown outside a session.');
  return state;
}

/** Who is signed in, where somebody must be. */
export function useViewer(): Viewer {
  const { viewer } = useSession();
  if (!viewer) throw new Error('Nobody is signed in.');
  return viewer;
}

/** Whether the viewer may ever do that: what a screen offers. The hub decides again when it is done. */
export function useMay(): (action: string) => boolean {
  const { viewer } = useSession();
  return useCallback((action) => viewer?.actions.includes(action) ?? false, [viewer]);
}
