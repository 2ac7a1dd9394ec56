import { useNow, useTimes } from '../words/time.js';
import { useWords } from '../words/words.js';
import { Icon } from './icon.js';

interface Asking {
  readonly publishedAt: string;
  readonly acknowledgeWithinMinutes: number | null;
}

/** When an answer is due, in milliseconds of the epoch; null where none is asked for. */
export const dueAt = ({ publishedAt, acknowledgeWithinMinutes }: Asking): number | null =>
  acknowledgeWithinMinutes === null ? null : Date.parse(publishedAt) + acknowledgeWithinMinutes * 60_000;

/** How much time is left for an answer, or since when it is overdue. */
export function TimeLeft({ publication }: { readonly publication: Asking }) {
  const { time } = useWords();
  const times = useTimes();
  const now = useNow();
  const due = dueAt(publication);
  if (due === null) return null;
  const left = due - now;
  const length = times.lasting(left);
  return (
    <span className={left < 0 ? 'time-left time-left--over' : 'time-left'}>
      <Icon name="clock" />
      {left < 0 ? time.overdue(length) : time.left(length)}
    </span>
  );
}
