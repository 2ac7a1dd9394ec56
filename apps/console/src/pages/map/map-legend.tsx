import { ENUMS } from '../../generated/operations.generated.js';
import { useWords } from '../../words/words.js';
import { STEPS } from './shade.js';

/** What the map's colours mean. */
export function MapLegend({ show }: { readonly show: 'level' | 'activity' }) {
  const { levels } = useWords();
  return (
    <ul className="legend">
      {show === 'level' &&
        ENUMS.AlertLevel.map((level) => (
          <li key={level}>
            <span className={`legend__swatch legend__swatch--${level.toLowerCase()}`} />
            {levels.names[level]}
          </li>
        ))}
      {show === 'level' && (
        <li>
          <span className="legend__swatch legend__swatch--none" />
          {levels.unset}
        </li>
      )}
      {show === 'activity' &&
        STEPS.map((step, index) => (
          <li key={step}>
            <span className={`legend__swatch legend__swatch--activity-${index}`} />
            {index === STEPS.length - 1 ? `${step}+` : rangeOf(step, STEPS[index + 1] ?? step)}
          </li>
        ))}
    </ul>
  );
}

const rangeOf = (from: number, next: number): string =>
  next - from > 1 ? `${from}–${next - 1}` : String(from);
