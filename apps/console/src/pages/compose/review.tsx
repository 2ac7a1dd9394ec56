import { type FormEvent, useId, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useMay } from '../../app/session.js';
import { type DraftQuery, ReleaseDraft, ReturnDraft } from '../../generated/operations.generated.js';
import { useAction } from '../../hub/use-action.js';
import { Failure } from '../../parts/failure.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { useWords } from '../../words/words.js';
import { formOf } from './form.js';
import { FormCard } from './form-card.js';
import { PreviewPanel } from './preview-panel.js';
import { usePreview } from './use-preview.js';

type DraftShown = NonNullable<DraftQuery['draft']>;

/** The second person's step: read it, then release it or give it back. */
export function Review({ draft }: { readonly draft: DraftShown }) {
  const words = useWords();
  const form = formOf(draft.content);
  const preview = usePreview(form);
  const may = useMay();
  const { run, running, error } = useAction(ReleaseDraft);
  const [out, setOut] = useState<string | null>(null);
  const release = async () => {
    const answer = await run({ input: { id: draft.id, version: draft.version } });
    if (answer) setOut(answer.releaseDraft.publication?.id ?? '');
  };
  if (out !== null) {
    return (
      <div className="sent">
        <Notice kind="success" urgent>
          {words.compose.released}
        </Notice>
        {out && (
          <Link href={`/publications/${out}`} className="usa-button usa-button--big">
            {words.compose.see}
          </Link>
        )}
      </div>
    );
  }
  return (
    <div className="compose">
      <PageTitle title={words.drafts.reviewTitle} />
      <p className="lead">
        {draft.member.name}, {words.drafts.by(draft.author.name)}
      </p>
      <Notice kind="info" title={words.drafts.waiting}>
        <ul>
          {draft.reviewReasons.map((reason) => (
            <li key={reason}>{words.reviewReasons[reason]}</li>
          ))}
        </ul>
      </Notice>
      <div className="compose__columns">
        <div className="compose__main">
          <FormCard form={form} />
          {error && <Failure error={error} />}
          {may('publication.review') && (
            <>
              <div className="compose__buttons">
                <button
                  type="button"
                  className="usa-button usa-button--big"
                  disabled={running}
                  onClick={() => void release()}
                >
                  {words.drafts.release}
                </button>
              </div>
              <GiveBack id={draft.id} />
            </>
          )}
        </div>
        <PreviewPanel preview={preview} />
      </div>
    </div>
  );
}

function GiveBack({ id }: { readonly id: string }) {
  const { drafts } = useWords();
  const [, go] = useLocation();
  const { run, running, error } = useAction(ReturnDraft);
  const field = useId();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const note = String(new FormData(event.currentTarget).get('note'));
    if (await run({ input: { id, note } })) go('/drafts');
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      {error && <Failure error={error} />}
      <label className="usa-label" htmlFor={field}>
        {drafts.giveBackNote}
      </label>
      <textarea className="usa-textarea" id={field} name="note" rows={3} maxLength={2_000} required />
      <button type="submit" className="usa-button usa-button--outline" disabled={running}>
        {drafts.giveBack}
      </button>
    </form>
  );
}
