import { useViewer } from '../../app/session.js';
import { KindMark, NotReal, SeverityMark, TlpMark } from '../../marks/marks.js';
import { Markdown } from '../../parts/markdown.js';
import { useWords } from '../../words/words.js';
import type { Form } from './form.js';

/** What is written, as its readers will see it. */
export function FormCard({ form }: { readonly form: Form }) {
  const words = useWords();
  const { member } = useViewer();
  return (
    <article className={`card card--${form.severity?.toLowerCase() ?? 'plain'}`}>
      <NotReal status={form.status} />
      <div className="card__marks">
        <TlpMark tlp={form.tlp} />
        <KindMark kind={form.kind} />
        {form.severity && <SeverityMark severity={form.severity} />}
      </div>
      <h2 className="card__title">{form.title}</h2>
      {form.summary && <p className="card__summary">{form.summary}</p>}
      {form.instructions && (
        <div className="instructions">
          <h3>{words.publication.instructions}</h3>
          <Markdown text={form.instructions} level={4} />
        </div>
      )}
      {form.body && <Markdown text={form.body} level={4} />}
      <p className="card__facts">
        <span>{form.anonymous ? words.publication.anonymous : member.name}</span>
        <span>
          {form.tlp === 'RED'
            ? form.persons.map(({ name }) => name).join('; ')
            : form.regions.map(({ fullName }) => fullName).join('; ')}
        </span>
      </p>
    </article>
  );
}
