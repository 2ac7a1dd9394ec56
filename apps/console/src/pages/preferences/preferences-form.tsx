import { useState } from 'react';
import { useAnnounce } from '../../app/announcer.js';
import { ENUMS, SetPreferences } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Failure } from '../../parts/failure.js';
import { Check, Pick, TextField } from '../../parts/fields.js';
import { useWords } from '../../words/words.js';
import { MailTimings } from './mail-timings.js';
import { Posted } from './posted.js';
import type { PreferencesShown } from './shown.js';

/** Hours that suit most, for whoever begins to keep some. */
const USUAL_QUIET = { from: '21:00', until: '07:00' };

/** All that can be set, saved at once. */
export function PreferencesForm({ preferences }: { readonly preferences: PreferencesShown }) {
  const { preferences: words, app } = useWords();
  const announce = useAnnounce();
  const { run, running, error } = useAction(SetPreferences);
  const [form, setForm] = useState(preferences);
  const set = (change: Partial<PreferencesShown>) => setForm((known) => ({ ...known, ...change }));
  const { owner, quietHours, digest, timeZone } = form;
  const wrong = (name: string) => (error?.field.includes(name) ? error.message : undefined);
  const send = async (input: Omit<Parameters<typeof run>[0]['input'], 'owner'>) => {
    if (await run({ input: { owner, ...input } })) announce(words.saved);
  };
  const save = () =>
    send({
      // An emergency cannot be set to anything else.
      channels: form.channels.filter(({ severity }) => severity !== 'EMERGENCY'),
      quietHours: quietHours ?? {},
      timeZone,
      digest,
    });
  return (
    <div className="panel">
      {error && <Failure error={error} />}
      <MailTimings channels={form.channels} set={(channels) => set({ channels })} />
      <Posted channels={form.channels} set={(channels) => set({ channels })} />
      <fieldset className="usa-fieldset choice">
        <legend className="usa-legend">{words.quiet}</legend>
        <p className="usa-hint">{words.quietHint}</p>
        <Check
          label={words.keepQuiet}
          checked={quietHours !== null}
          set={(kept) => set({ quietHours: kept ? (preferences.quietHours ?? USUAL_QUIET) : null })}
        />
        {quietHours && (
          <div className="two-fields">
            <TextField
              label={words.from}
              type="time"
              error={wrong('from')}
              value={quietHours.from}
              set={(from) => set({ quietHours: { ...quietHours, from } })}
            />
            <TextField
              label={words.until}
              type="time"
              error={wrong('until')}
              value={quietHours.until}
              set={(until) => set({ quietHours: { ...quietHours, until } })}
            />
          </div>
        )}
      </fieldset>
      <fieldset className="usa-fieldset choice">
        <legend className="usa-legend">{words.digest}</legend>
        <div className="two-fields">
          <Pick
            label={words.every}
            values={ENUMS.DigestPeriod}
            names={words.periods}
            value={digest.every}
            set={(every) => set({ digest: { ...digest, every } })}
          />
          {digest.every === 'WEEK' && (
            <Pick
              label={words.weekday}
              values={ENUMS.Weekday}
              names={words.weekdays}
              value={digest.weekday}
              set={(weekday) => set({ digest: { ...digest, weekday } })}
            />
          )}
          {digest.every !== 'HOUR' && (
            <TextField
              label={words.at}
              type="time"
              error={wrong('at')}
              value={digest.at}
              set={(at) => set({ digest: { ...digest, at } })}
            />
          )}
        </div>
      </fieldset>
      <Pick
        label={words.timeZone}
        values={zones(timeZone)}
        names={Object.fromEntries(zones(timeZone).map((zone) => [zone, zone.replaceAll('_', ' ')]))}
        value={timeZone}
        set={(zone) => set({ timeZone: zone })}
      />
      <div className="compose__buttons">
        <button type="button" className="usa-button" disabled={running} onClick={() => void save()}>
          {app.save}
        </button>
        {preferences.own.length > 0 && (
          <button
            type="button"
            className="usa-button usa-button--outline"
            disabled={running}
            onClick={() => void send({ inherit: preferences.own })}
          >
            {owner === 'PERSON' ? words.inherit : words.inheritMember}
          </button>
        )}
      </div>
    </div>
  );
}

/** Those of America and the Pacific, where election offices are; and whichever is set. */
const zones = (set: string): readonly string[] => [
  ...new Set([
    set,
    ...Intl.supportedValuesOf('timeZone').filter((zone) => /^(America|Pacific)\//.test(zone)),
  ]),
];
