import { useId } from 'react';
import { Check } from '../../parts/fields.js';
import { useWords } from '../../words/words.js';
import type { PreferencesShown } from './shown.js';

type Channels = PreferencesShown['channels'];

interface PostedProps {
  readonly channels: Channels;
  readonly set: (channels: Channels) => void;
}

/** Of which severity something is posted to webhooks; an emergency always is. */
export function Posted({ channels, set }: PostedProps) {
  const { preferences: words, severities } = useWords();
  const id = useId();
  return (
    <fieldset className="usa-fieldset choice" aria-describedby={`${id}-hint`}>
      <legend className="usa-legend">{words.posted}</legend>
      <p className="usa-hint" id={`${id}-hint`}>
        {words.postedHint}
      </p>
      {channels
        .filter(({ severity }) => severity !== 'EMERGENCY')
        .toReversed()
        .map(({ severity, webhook }) => (
          <Check
            key={severity}
            label={severities[severity]}
            checked={webhook}
            set={(posted) =>
              set(
                channels.map((channel) =>
                  channel.severity === severity ? { ...channel, webhook: posted } : channel,
                ),
              )
            }
          />
        ))}
    </fieldset>
  );
}
