import { useId } from 'react';
import { ENUMS } from '../../generated/operations.generated.js';
import { SeverityMark } from '../../marks/marks.js';
import { useWords } from '../../words/words.js';
import type { PreferencesShown } from './shown.js';

type Channels = PreferencesShown['channels'];

interface MailTimingsProps {
  readonly channels: Channels;
  readonly set: (channels: Channels) => void;
}

/** What of each severity comes when by e-mail; of an emergency nothing can be chosen. */
export function MailTimings({ channels, set }: MailTimingsProps) {
  const { preferences: words, severities } = useWords();
  const id = useId();
  return (
    <fieldset className="usa-fieldset choice" aria-describedby={`${id}-hint`}>
      <legend className="usa-legend">{words.mail}</legend>
      <p className="usa-hint" id={`${id}-hint`}>
        {words.mailHint}
      </p>
      <ul className="timings">
        {channels.toReversed().map(({ severity, email }) => (
          <li key={severity}>
            <SeverityMark severity={severity} />
            {severity === 'EMERGENCY' ? (
              <span>{words.timings.AT_ONCE}</span>
            ) : (
              <select
                className="usa-select"
                aria-label={severities[severity]}
                value={email}
                onChange={({ target }) =>
                  set(
                    channels.map((channel) =>
                      channel.severity === severity
                        ? { ...channel, email: ENUMS.MailTiming.find((one) => one === target.value) ?? email }
                        : channel,
                    ),
                  )
                }
              >
                {ENUMS.MailTiming.map((timing) => (
                  <option key={timing} value={timing}>
                    {words.timings[timing]}
                  </option>
                ))}
              </select>
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
