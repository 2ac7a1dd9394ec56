import { ENUMS } from '../../../generated/operations.generated.js';
import { TLP_LABELS } from '../../../marks/marks.js';
import { Check, Pick, TextField } from '../../../parts/fields.js';
import { useWords } from '../../../words/words.js';
import { type Form, MINUTES, SIGNING_IN } from './form.js';
import { Regions } from './regions.js';
import { Taker } from './taker.js';

/** RED is for persons; what comes is for offices. */
const TLPS = ENUMS.Tlp.filter((tlp) => tlp !== 'RED');

export interface RemoteFormProps {
  readonly form: Form;
  readonly set: (form: Form) => void;
  /** Whether the collection is one that the hub reads already. */
  readonly known: boolean;
}

/** Where a collection of another server is, how the hub signs in there, and what becomes of what comes. */
export function RemoteForm({ form, set, known }: RemoteFormProps) {
  const { remotes } = useWords();
  const change = (part: Partial<Form>) => set({ ...form, ...part });
  const minutes = MINUTES.includes(form.minutes) ? MINUTES : [...MINUTES, form.minutes];
  return (
    <>
      <TextField label={remotes.name} value={form.name} set={(name) => change({ name })} max={100} />
      {!known && (
        <TextField
          label={remotes.url}
          hint={remotes.urlHint}
          value={form.url}
          set={(url) => change({ url })}
          max={2_000}
        />
      )}
      <Pick
        label={remotes.signsIn}
        values={known ? SIGNING_IN : SIGNING_IN.filter((by) => by !== 'KEEP')}
        names={remotes.signingIn}
        value={form.by}
        set={(by) => change({ by, user: '', secret: '' })}
      />
      {form.by === 'PASSWORD' && (
        <TextField label={remotes.user} value={form.user} set={(user) => change({ user })} max={200} />
      )}
      {(form.by === 'PASSWORD' || form.by === 'TOKEN') && (
        <TextField
          label={form.by === 'TOKEN' ? remotes.token : remotes.password}
          type="password"
          autoComplete="new-password"
          value={form.secret}
          set={(secret) => change({ secret })}
          max={form.by === 'TOKEN' ? 2_000 : 500}
        />
      )}
      <Taker
        office={form.office}
        personId={form.personId}
        setOffice={(office) => change({ office, personId: '' })}
        setPerson={(personId) => change({ personId })}
      />
      <Pick
        label={remotes.tlp}
        hint={remotes.tlpHint}
        values={TLPS}
        names={TLP_LABELS}
        value={form.tlp}
        set={(tlp) => change({ tlp })}
      />
      <Regions regions={form.regions} set={(regions) => change({ regions })} />
      <Pick
        label={remotes.every}
        values={minutes}
        names={Object.fromEntries(minutes.map((each) => [each, remotes.minutes(Number(each))]))}
        value={form.minutes}
        set={(minutes) => change({ minutes })}
      />
      {!known && (
        <TextField
          label={remotes.from}
          hint={remotes.fromHint}
          type="date"
          value={form.from}
          set={(from) => change({ from })}
        />
      )}
      <Check
        label={remotes.releaseIt}
        hint={remotes.releaseItHint}
        checked={form.releases}
        set={(releases) => change({ releases })}
      />
    </>
  );
}
