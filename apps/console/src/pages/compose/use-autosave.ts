import { useCallback, useEffect, useRef, useState } from 'react';
import { CreateDraft, UpdateDraft } from '../../generated/operations.generated.js';
import { ask } from '../../hub/ask.js';
import { asRefused, type Refused } from '../../hub/refused.js';
import { contentOf, type Form } from './form.js';

export interface SavedDraft {
  readonly id: string;
  readonly version: number;
}

export type SaveState =
  | { readonly is: 'unsaved' }
  | { readonly is: 'saving' }
  | { readonly is: 'saved'; readonly at: string }
  | { readonly is: 'failed'; readonly error: Refused };

export interface Autosave {
  readonly state: SaveState;
  /** Saves what has not been saved yet. @returns the draft; null where it could not be saved, which `state` tells */
  readonly flush: () => Promise<SavedDraft | null>;
  /** Keeps what is written as another draft, where this one was changed in another place. */
  readonly fork: () => void;
}

const WAIT = 1_200;
const TRY_AGAIN = 5_000;

interface Options {
  readonly draft?: SavedDraft | undefined;
  readonly revises?: string | undefined;
  readonly created?: ((id: string) => void) | undefined;
}

/**
 * Keeps what is written as a draft at the hub: a moment after each change, so that it is there again after a crash and at another
 * computer. Nothing of it is kept in the browser.
 */
export function useAutosave(form: Form, { draft, revises, created }: Options): Autosave {
  const [state, setState] = useState<SaveState>({ is: 'unsaved' });
  const saved = useRef<SavedDraft | null>(draft ? { id: draft.id, version: draft.version } : null);
  const text = useRef(draft || revises ? JSON.stringify(contentOf(form)) : '');
  const latest = useRef(form);
  const running = useRef<Promise<SavedDraft | null> | null>(null);
  /** Makes of two first savings, as after a broken line, one draft. */
  const idempotencyKey = useRef<string>(crypto.randomUUID());
  latest.current = form;

  const save = useCallback(async (): Promise<SavedDraft | null> => {
    const { current } = latest;
    const wanted = safeContent(current);
    if (!current.title.trim() || wanted === null) return saved.current;
    const now = JSON.stringify(wanted);
    if (now === text.current && saved.current) return saved.current;
    setState({ is: 'saving' });
    try {
      if (saved.current) {
        const input = { ...saved.current, content: wanted };
        const { updateDraft } = await ask(UpdateDraft, { input });
        saved.current = updateDraft.draft ?? saved.current;
      } else {
        const input = { content: wanted, revisesId: revises ?? null, idempotencyKey: idempotencyKey.current };
        const { createDraft } = await ask(CreateDraft, { input });
        saved.current = createDraft.draft;
        if (createDraft.draft) created?.(createDraft.draft.id);
      }
      text.current = now;
      setState({ is: 'saved', at: new Date().toISOString() });
      return saved.current;
    } catch (error) {
      setState({ is: 'failed', error: asRefused(error) });
      return null;
    }
  }, [created, revises]);

  const flush = useCallback(async () => {
    await running.current;
    const work = save();
    running.current = work;
    return work;
  }, [save]);

  const written = JSON.stringify(form);
  const first = useRef<string | null>(written);
  const retry = state.is === 'failed' && state.error.passing;
  useEffect(() => {
    if (written === first.current && !retry) return;
    first.current = null;
    const timer = setTimeout(() => void flush(), retry ? TRY_AGAIN : WAIT);
    return () => clearTimeout(timer);
  }, [written, retry, flush]);

  const fork = useCallback(() => {
    saved.current = null;
    idempotencyKey.current = crypto.randomUUID();
    void flush();
  }, [flush]);

  return { state, flush, fork };
}

/** A date that is being typed is not one yet. */
function safeContent(form: Form) {
  try {
    return contentOf(form);
  } catch {
    return null;
  }
}
