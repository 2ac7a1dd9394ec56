import { Icon } from '../../../marks/icon.js';
import { RegionField } from '../../../parts/region-field.js';
import { useWords } from '../../../words/words.js';
import type { Form } from './form.js';

interface RegionsProps {
  readonly regions: Form['regions'];
  readonly set: (regions: Form['regions']) => void;
}

/** Whom what comes is for. */
export function Regions({ regions, set }: RegionsProps) {
  const { remotes, app } = useWords();
  return (
    <fieldset className="usa-fieldset choice">
      <legend className="usa-legend">{remotes.regions}</legend>
      <p className="usa-hint">{remotes.regionsHint}</p>
      <RegionField
        label={remotes.addRegion}
        choose={({ code, fullName }) =>
          set([...regions.filter((region) => region.code !== code), { code, fullName }])
        }
      />
      <ul className="chosen" aria-label={remotes.regions}>
        {regions.map(({ code, fullName }) => (
          <li key={code}>
            {fullName}
            <button
              type="button"
              aria-label={`${app.remove}: ${fullName}`}
              onClick={() => set(regions.filter((region) => region.code !== code))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
