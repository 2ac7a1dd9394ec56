import { useEffect, useMemo, useState } from 'react';
import type { Language } from './words.js';
import { useSpeech } from './words.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in its two largest units: `2 hr 5 min`. */
export function duration(milliseconds: number, language: Language): string {
  const minutes = Math.max(1, Math.round(Math.abs(milliseconds) / MINUTE));
  const parts = [
    [Math.floor(minutes / 1_440), 'day'],
    [Math.floor((minutes % 1_440) / 60), 'hour'],
    [minutes % 60, 'minute'],
  ] as const;
  const first = parts.findIndex(([n]) => n > 0);
  return parts
    .slice(first, first + 2)
    .filter(([n]) => n > 0)
    .map(([n, unit]) =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(n),
    )
    .join(' ');
}

function ago(at: number, now: number, language: Language): string {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const past = at - now;
  if (Math.abs(past) < HOUR) return relative.format(Math.round(past / MINUTE), 'minute');
  if (Math.abs(past) < DAY) return relative.format(Math.round(past / HOUR), 'hour');
  if (Math.abs(past) < 7 * DAY) return relative.format(Math.round(past / DAY), 'day');
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(at);
}

export interface Times {
  readonly ago: (at: string) => string;
  readonly moment: (at: string) => string;
  readonly day: (at: string) => string;
  readonly clock: (at: string) => string;
  readonly lasting: (milliseconds: number) => string;
}

/** How to say times in the user's language and time zone. */
export function useTimes(): Times {
  const { language } = useSpeech();
  return useMemo(() => {
    const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
    return {
      ago: (at) => ago(Date.parse(at), Date.now(), language),
      moment: (at) => moment.format(Date.parse(at)),
      day: (at) => day.format(Date.parse(at)),
      clock: (at) => clock.format(Date.parse(at)),
      lasting: (milliseconds) => duration(milliseconds, language),
    };
  }, [language]);
}

/** The present, which moves on every `every` milliseconds. */
export function useNow(every = 30_000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
