import { useState } from 'react';
import { Link } from 'wouter';
import { ENUMS, SetAlertLevel, type SetAlertLevelMutation } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { LevelMark } from '../../marks/level.js';
import { TLP_LABELS } from '../../marks/marks.js';
import { Failure } from '../../parts/failure.js';
import { Choice, Pick, TextField } from '../../parts/fields.js';
import { Notice } from '../../parts/notice.js';
import { useWords } from '../../words/words.js';

type Level = (typeof ENUMS.AlertLevel)[number];
type Tlp = (typeof ENUMS.Tlp)[number];
type Outcome = SetAlertLevelMutation['setAlertLevel'];

const TLPS = ENUMS.Tlp.filter((tlp) => tlp !== 'RED');

/** Sets the level of the region that is chosen. It goes out as an advisory to that region, and asks for a reason. */
export function SetLevel({ code, name }: { readonly code: string; readonly name: string }) {
  const words = useWords();
  const { run, running, error } = useAction(SetAlertLevel);
  const [level, setLevel] = useState<Level | null>(null);
  const [reason, setReason] = useState('');
  const [tlp, setTlp] = useState<Tlp>('AMBER');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const send = async () => {
    if (!level) return;
    const answer = await run({ input: { region: code, level, reason, tlp } });
    if (answer) setOutcome(answer.setAlertLevel);
  };
  return (
    <details className="more-fields">
      <summary>{words.levels.set(name)}</summary>
      {error && <Failure error={error} />}
      {outcome && (
        <Notice kind="success" urgent>
          <p>{outcome.outcome === 'RELEASED' ? words.compose.released : words.compose.submitted}</p>
          {outcome.publication && (
            <Link href={`/publications/${outcome.publication.id}`}>{words.compose.see}</Link>
          )}
        </Notice>
      )}
      <Choice
        label={words.levels.level}
        values={ENUMS.AlertLevel}
        names={words.levels.names}
        help={words.levels.help}
        show={(one) => <LevelMark level={one} />}
        value={level}
        set={setLevel}
      />
      <TextField
        label={words.levels.reason}
        hint={words.levels.reasonHint}
        value={reason}
        set={setReason}
        rows={3}
        max={5_000}
      />
      <Pick label={words.compose.tlp} values={TLPS} names={TLP_LABELS} value={tlp} set={setTlp} />
      <button
        type="button"
        className="usa-button form__submit"
        disabled={running || !level || !reason.trim()}
        onClick={() => void send()}
      >
        {words.levels.send}
      </button>
    </details>
  );
}
