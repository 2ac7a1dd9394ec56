import { useState } from 'react';
import { useMay } from '../../app/session.js';
import { CreateSubscription, ENUMS, UpdateSubscription } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Icon } from '../../marks/icon.js';
import { Failure } from '../../parts/failure.js';
import { Check, Choices, Pick, TextField } from '../../parts/fields.js';
import { RegionField } from '../../parts/region-field.js';
import { useWords } from '../../words/words.js';
import {
  formOfSubscription,
  type InterestForm,
  interestOf,
  NO_INTEREST,
  type Subscription,
} from './interest.js';
import { InterestPreview } from './interest-preview.js';

interface SubscriptionFormProps {
  /** The subscription to change; without it a new one is made. */
  readonly subscription?: Subscription;
  readonly initial?: InterestForm;
  readonly done: () => void;
}

const ANY = 'ANY';

/** What one wants to hear of; beside it, what that would have brought last month. */
export function SubscriptionForm({ subscription, initial = NO_INTEREST, done }: SubscriptionFormProps) {
  const words = useWords();
  const may = useMay();
  const create = useAction(CreateSubscription);
  const update = useAction(UpdateSubscription);
  const [form, setForm] = useState(subscription ? formOfSubscription(subscription) : initial);
  const set = (change: Partial<InterestForm>) => setForm((known) => ({ ...known, ...change }));
  const save = async () => {
    const interest = interestOf(form);
    const owner = form.forMember ? ('MEMBER' as const) : ('PERSON' as const);
    const saved = subscription
      ? await update.run({ input: { id: subscription.id, name: form.name, interest } })
      : await create.run({ input: { name: form.name, owner, interest } });
    if (saved) done();
  };
  const error = create.error ?? update.error;
  return (
    <div className="subscription-form panel">
      <div>
        {error && <Failure error={error} />}
        <TextField
          label={words.subscriptions.name}
          value={form.name}
          set={(name) => set({ name })}
          max={100}
        />
        <RegionField
          label={words.feed.region}
          choose={({ code, fullName }) => set({ regions: [...form.regions, { code, fullName }] })}
        />
        <ul className="chosen">
          {form.regions.map(({ code, fullName }) => (
            <li key={code}>
              {fullName}
              <button
                type="button"
                aria-label={`${words.app.remove}: ${fullName}`}
                onClick={() => set({ regions: form.regions.filter((region) => region.code !== code) })}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
        {form.regions.length === 0 && <p className="soft">{words.subscriptions.everyRegion}</p>}
        {form.regions.length > 0 && (
          <>
            <Check label={words.subscriptions.below} checked={form.below} set={(below) => set({ below })} />
            <Check label={words.subscriptions.above} checked={form.above} set={(above) => set({ above })} />
          </>
        )}
        <Check
          label={words.subscriptions.newKnownExploited}
          checked={form.newKnownExploited}
          set={(newKnownExploited) => set({ newKnownExploited })}
        />
        <Choices
          label={words.feed.kind}
          values={ENUMS.PublicationKind}
          names={words.kinds}
          chosen={form.kinds}
          set={(kinds) => set({ kinds })}
        />
        <Pick
          label={words.feed.severity}
          values={[ANY, ...ENUMS.Severity.slice(1)] as const}
          names={{ ...words.severities, ANY: words.feed.anySeverity }}
          value={form.severity ?? ANY}
          set={(severity) => set({ severity: severity === ANY ? null : severity })}
        />
        <Choices
          label={words.feed.system}
          values={ENUMS.AffectedSystem}
          names={words.systems}
          chosen={form.systems}
          set={(systems) => set({ systems })}
        />
        <TextField
          label={words.subscriptions.text}
          value={form.text}
          set={(text) => set({ text })}
          max={200}
        />
        {!subscription && may('subscription.manageMember') && (
          <Check
            label={words.subscriptions.forMember}
            hint={words.subscriptions.forMemberHint}
            checked={form.forMember}
            set={(forMember) => set({ forMember })}
          />
        )}
        <div className="compose__buttons">
          <button
            type="button"
            className="usa-button"
            disabled={create.running || update.running || !form.name.trim()}
            onClick={() => void save()}
          >
            {words.app.save}
          </button>
          <button type="button" className="usa-button usa-button--outline" onClick={done}>
            {words.app.cancel}
          </button>
        </div>
      </div>
      <InterestPreview form={form} />
    </div>
  );
}
