import { useId } from 'react';
import { ENUMS, type SearchQuery } from '../../generated/operations.generated.js';
import { Icon } from '../../marks/icon.js';
import { TLP_LABELS } from '../../marks/marks.js';
import { Check, Choices, Pick, TextField } from '../../parts/fields.js';
import { useMedia } from '../../parts/use-media.js';
import { useWords } from '../../words/words.js';
import { type Narrowing, NOT_NARROWED } from './narrowing.js';
import { RegionFilter } from './region-filter.js';
import type { Narrow } from './use-narrowing.js';

type Facets = SearchQuery['searchPublications']['facets'];

interface FiltersProps {
  readonly narrowing: Narrowing;
  readonly narrow: Narrow;
  readonly facets: Facets | undefined;
}

const ANY = 'ANY';

/** Each filter with how many of what is found fit it. On a phone they are folded. */
export function Filters({ narrowing, narrow, facets }: FiltersProps) {
  const words = useWords();
  const { feed } = words;
  const wide = useMedia('(min-width: 64em)');
  const id = useId();
  const counted = (counts: Facets['kinds'] | undefined) => (value: string) => {
    const count = counts?.find((one) => one.value === value)?.count ?? 0;
    return <span className="count">{count}</span>;
  };
  const severities = [ANY, ...ENUMS.Severity.slice(1)] as const;
  return (
    <details className="filters" open={wide} key={String(wide)}>
      <summary className="filters__summary">
        <Icon name="filter" /> {feed.filters}
      </summary>
      <section aria-labelledby={id}>
        <h2 className="usa-sr-only" id={id}>
          {feed.filters}
        </h2>
        <Choices
          label={feed.kind}
          values={ENUMS.PublicationKind}
          names={words.kinds}
          chosen={narrowing.kinds}
          set={(kinds) => narrow({ kinds })}
          after={counted(facets?.kinds)}
        />
        <Pick
          label={feed.severity}
          values={severities}
          names={{ ...words.severities, ANY: feed.anySeverity }}
          value={narrowing.severity === null || narrowing.severity === 'BASELINE' ? ANY : narrowing.severity}
          set={(severity) => narrow({ severity: severity === ANY ? null : severity })}
        />
        <RegionFilter code={narrowing.region} set={(region) => narrow({ region })} states={facets?.states} />
        <Choices
          label={feed.tlp}
          values={ENUMS.Tlp}
          names={TLP_LABELS}
          chosen={narrowing.tlps}
          set={(tlps) => narrow({ tlps })}
          after={counted(facets?.tlps)}
        />
        <Choices
          label={feed.system}
          values={ENUMS.AffectedSystem}
          names={words.systems}
          chosen={narrowing.systems}
          set={(systems) => narrow({ systems })}
          after={counted(facets?.affectedSystems)}
        />
        <Choices
          label={feed.status}
          values={ENUMS.PublicationStatus}
          names={words.statuses}
          chosen={narrowing.statuses}
          set={(statuses) => narrow({ statuses })}
          after={counted(facets?.statuses)}
        />
        <TextField label={feed.from} type="date" value={narrowing.from} set={(from) => narrow({ from })} />
        <TextField
          label={feed.until}
          type="date"
          value={narrowing.until}
          set={(until) => narrow({ until })}
        />
        <Check label={feed.current} checked={narrowing.current} set={(current) => narrow({ current })} />
        <button
          type="button"
          className="usa-button usa-button--outline form__submit"
          onClick={() => narrow(NOT_NARROWED)}
        >
          {feed.clear}
        </button>
      </section>
    </details>
  );
}
