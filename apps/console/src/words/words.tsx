import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { en } from './en/index.js';
import type { Words } from './spoken.js';

export type Language = 'en' | 'es';

interface Spoken {
  readonly words: Words;
  readonly language: Language;
  readonly speak: (language: Language) => void;
}

const Speech = createContext<Spoken>({ words: en, language: 'en', speak: () => {} });

const KEPT_AS = 'watchfire.language';
const isLanguage = (text: string | null | undefined): text is Language => text === 'en' || text === 'es';

function preferred(): Language {
  const chosen = localStorage.getItem(KEPT_AS);
  if (isLanguage(chosen)) return chosen;
  const known = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage);
  return known ?? 'en';
}

/** Another language than English is loaded when it is wanted. */
const load = async (language: Language): Promise<Words> =>
  language === 'es' ? (await import('./es/index.js')).es : en;

export function Speaking({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(preferred);
  const [words, setWords] = useState<Words | null>(language === 'en' ? en : null);
  useEffect(() => {
    let current = true;
    void load(language).then((loaded) => current && setWords(loaded));
    document.documentElement.lang = language;
    return () => {
      current = false;
    };
  }, [language]);
  const spoken = useMemo(
    () =>
      words && {
        words,
        language,
        speak: (wanted: Language) => {
          localStorage.setItem(KEPT_AS, wanted);
          setLanguage(wanted);
        },
      },
    [words, language],
  );
  return spoken && <Speech value={spoken}>{children}</Speech>;
}

export const useSpeech = (): Spoken => useContext(Speech);
export const useWords = (): Words => useContext(Speech).words;
