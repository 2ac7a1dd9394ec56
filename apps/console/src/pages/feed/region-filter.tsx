import { Region, type SearchQuery } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { Icon } from '../../marks/icon.js';
import { RegionField } from '../../parts/region-field.js';
import { useWords } from '../../words/words.js';

interface RegionFilterProps {
  readonly code: string | null;
  readonly set: (code: string | null) => void;
  readonly states: SearchQuery['searchPublications']['facets']['states'] | undefined;
}

/** A region by typing, or one of the states that most of what is found is addressed to. */
export function RegionFilter({ code, set, states }: RegionFilterProps) {
  const { feed } = useWords();
  if (code) return <Chosen code={code} remove={() => set(null)} />;
  return (
    <div className="region-filter">
      <RegionField label={feed.region} choose={({ code: chosen }) => set(chosen)} />
      <ul className="quick">
        {(states ?? []).slice(0, 4).map(({ region, count }) => (
          <li key={region.code}>
            <button
              type="button"
              className="usa-button usa-button--unstyled"
              onClick={() => set(region.code)}
            >
              {region.name} <span className="count">{count}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Chosen({ code, remove }: { readonly code: string; readonly remove: () => void }) {
  const { feed, app } = useWords();
  const { data } = useQuery(Region, { code });
  const name = data?.region?.fullName ?? code;
  return (
    <div className="region-filter">
      <p className="usa-label">{feed.region}</p>
      <ul className="chosen" aria-label={feed.region}>
        <li>
          {name}
          <button type="button" aria-label={`${app.remove}: ${name}`} onClick={remove}>
            <Icon name="close" />
          </button>
        </li>
      </ul>
    </div>
  );
}
