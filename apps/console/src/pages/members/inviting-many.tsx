import { useState } from 'react';
import { InvitePeople, type InvitePeopleMutation } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Icon } from '../../marks/icon.js';
import { Failure } from '../../parts/failure.js';
import { TextField } from '../../parts/fields.js';
import { Notice } from '../../parts/notice.js';
import { csv, save } from '../../parts/save.js';
import { useWords } from '../../words/words.js';
import type { MemberShown } from './shown.js';

type Outcome = InvitePeopleMutation['invitePeople'];

const EXAMPLE = 'email,name,roles\ndeputy@office.example,Deputy clerk,VIEWER AUTHOR\n';

/** Invites many from a spreadsheet: a dry run says what is wrong with which line before anybody is invited. */
export function InvitingMany({ member }: { readonly member: MemberShown }) {
  const words = useWords();
  const { run, running, error } = useAction(InvitePeople);
  const [text, setText] = useState(EXAMPLE);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const invite = async (dryRun: boolean) => {
    const answer = await run({ input: { memberId: member.id, csv: text, dryRun } });
    if (answer) setOutcome(answer.invitePeople);
  };
  const change = (wanted: string) => {
    setText(wanted);
    setOutcome(null);
  };
  const ready = outcome !== null && !outcome.invited && outcome.errorCount === 0;
  return (
    <details className="more-fields">
      <summary>{words.members.inviteMany}</summary>
      {error && <Failure error={error} />}
      <TextField
        label={words.members.csv}
        hint={words.members.csvHint}
        value={text}
        set={change}
        rows={6}
        max={100_000}
      />
      <div className="row__actions form__submit">
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={running}
          onClick={() => void invite(true)}
        >
          {words.members.dryRun}
        </button>
        <button
          type="button"
          className="usa-button"
          disabled={running || !ready}
          onClick={() => void invite(false)}
        >
          {words.members.inviteAll}
        </button>
      </div>
      {outcome && <Lines outcome={outcome} />}
    </details>
  );
}

function Lines({ outcome: { invited, errorCount, lines } }: { readonly outcome: Outcome }) {
  const words = useWords();
  const links = () =>
    save(
      'invitations.csv',
      csv([['email', 'link'], ...lines.map(({ email, link }) => [email ?? '', link ?? ''])]),
    );
  return (
    <>
      <Notice kind={errorCount > 0 ? 'warning' : 'success'} urgent>
        <p>
          {invited
            ? words.members.invitedMany(lines.length)
            : errorCount > 0
              ? words.members.wrongLines(errorCount)
              : words.members.dryRunFine(lines.length)}
        </p>
        {invited && (
          <button type="button" className="usa-button" onClick={links}>
            <Icon name="download" /> {words.members.downloadLinks}
          </button>
        )}
      </Notice>
      <ul className="rows">
        {lines.map(({ line, email, name, error }) => (
          <li key={line} className="row">
            <div>
              <span className="soft">{line}</span> {name} {email}
              {error && <p className="usa-error-message">{error.message}</p>}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
