import { lazy, Suspense } from 'react';
import { useViewer } from '../../app/session.js';
import { ENUMS, Groups } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { Icon } from '../../marks/icon.js';
import { TlpMark } from '../../marks/marks.js';
import { Check, Choice, Choices, Pick, TextField } from '../../parts/fields.js';
import { Loading } from '../../parts/loading.js';
import { RegionField } from '../../parts/region-field.js';
import { useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';
import type { Faults } from './faults.js';
import type { ChosenRegion, Form, SetForm } from './form.js';
import { PersonsField } from './persons-field.js';

const MapPicker = lazy(() => import('./map-picker.js'));

interface StepProps {
  readonly form: Form;
  readonly set: SetForm;
  readonly faults: Faults;
}

/** How far it may travel, whom it is addressed to, and whether they are asked for an answer. */
export function AudienceStep({ form, set, faults }: StepProps) {
  const words = useWords();
  const { compose } = words;
  return (
    <>
      <Choice
        label={compose.tlp}
        values={ENUMS.Tlp}
        names={words.tlpHelp}
        help={words.tlpHelp}
        show={(tlp) => <TlpMark tlp={tlp} />}
        value={form.tlp}
        set={(tlp) => set({ tlp })}
      />
      {form.tlp === 'RED' ? (
        <PersonsField persons={form.persons} set={(persons) => set({ persons })} error={faults.persons} />
      ) : (
        <>
          <RegionsField form={form} set={set} faults={faults} />
          <GroupsField form={form} set={set} />
          <Choices
            label={compose.memberKinds}
            hint={compose.memberKindsHint}
            values={ENUMS.MemberKind}
            names={words.memberKinds}
            chosen={form.memberKinds}
            set={(memberKinds) => set({ memberKinds })}
          />
        </>
      )}
      <AnswerField form={form} set={set} />
      <TextField
        label={compose.expires}
        type="datetime-local"
        value={form.expires}
        set={(expires) => set({ expires })}
      />
      <Check
        label={compose.attribution}
        hint={compose.attributionHint}
        checked={form.anonymous}
        set={(anonymous) => set({ anonymous })}
      />
    </>
  );
}

/** Chosen by typing, or by one click for what is usual: oneself, one's state, the nation. */
function RegionsField({ form, set, faults }: StepProps) {
  const { compose, app } = useWords();
  const { member } = useViewer();
  const { jurisdiction } = member;
  const usual: readonly ChosenRegion[] = jurisdiction
    ? [jurisdiction, ...jurisdiction.ancestors.filter(({ level }) => level !== 'CISA_REGION')]
    : [];
  const add = (region: ChosenRegion) => {
    if (form.regions.some(({ code }) => code === region.code)) return;
    set({ regions: [...form.regions, { code: region.code, fullName: region.fullName }] });
  };
  const remove = (code: string) => set({ regions: form.regions.filter((region) => region.code !== code) });
  return (
    <fieldset className="usa-fieldset choice">
      <legend className="usa-legend">{compose.audience}</legend>
      <div className="quick">
        {usual.map((region) => (
          <button
            key={region.code}
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => add(region)}
          >
            <Icon name="add" /> {region.fullName}
          </button>
        ))}
      </div>
      <RegionField
        label={compose.audienceSearch}
        hint={compose.audienceHint}
        error={faults.regions}
        choose={add}
      />
      <details className="aside-help">
        <summary>{compose.onMap}</summary>
        <Suspense fallback={<Loading />}>
          <MapPicker chosen={form.regions} add={add} remove={remove} />
        </Suspense>
      </details>
      <ul className="chosen" aria-label={compose.audience}>
        {form.regions.map(({ code, fullName }) => (
          <li key={code}>
            {fullName}
            <button type="button" onClick={() => remove(code)} aria-label={`${app.remove}: ${fullName}`}>
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {form.regions.length === 0 && <p className="soft">{compose.audienceNone}</p>}
    </fieldset>
  );
}

function GroupsField({ form, set }: Pick<StepProps, 'form' | 'set'>) {
  const { publication } = useWords();
  const { data } = useQuery(Groups, { first: 50, after: null });
  const groups = data?.groups.edges.map(({ node }) => node) ?? [];
  if (groups.length === 0) return null;
  return (
    <Choices
      label={publication.groups}
      values={groups.map(({ id }) => id)}
      names={Object.fromEntries(groups.map(({ id, name }) => [id, name]))}
      chosen={form.groupIds}
      set={(groupIds) => set({ groupIds })}
    />
  );
}

const MINUTES = ['0', '15', '60', '240', '1440'] as const;

function AnswerField({ form, set }: Pick<StepProps, 'form' | 'set'>) {
  const { compose } = useWords();
  const times = useTimes();
  const other = String(form.answerWithin ?? 0);
  const values = MINUTES.some((one) => one === other) ? [...MINUTES] : [...MINUTES, other];
  const names = Object.fromEntries(
    values.map((one) => [
      one,
      one === '0' ? compose.answerNone : compose.answerWithin(times.lasting(Number(one) * 60_000)),
    ]),
  );
  return (
    <Pick
      label={compose.answer}
      values={values}
      names={names}
      value={other}
      set={(minutes) => set({ answerWithin: Number(minutes) || null })}
    />
  );
}
