import { Difference } from '../../parts/difference.js';
import { useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';
import type { Shown } from './shown.js';

type Revisions = Shown['revisions'];

const FIELDS = ['title', 'summary', 'instructions', 'body'] as const;

/** Every version that the viewer may see, newest first, each with what it changed. */
export function History({ revisions }: { readonly revisions: Revisions }) {
  const { publication: words } = useWords();
  const times = useTimes();
  if (revisions.length < 2) return null;
  const newestFirst = [...revisions].reverse();
  return (
    <section className="history">
      <h2>{words.history}</h2>
      <ol className="history__list">
        {newestFirst.map((revision, index) => {
          const before = newestFirst[index + 1];
          return (
            <li key={revision.id}>
              <p>
                <strong>{words.revision(revision.number)}</strong>
                {index === 0 && <span className="soft"> ({words.present})</span>}
                <span className="soft"> · {times.moment(revision.releasedAt)}</span>
                {revision.releasedBy && <span className="soft"> · {revision.releasedBy.name}</span>}
              </p>
              {revision.note && <p>{revision.note}</p>}
              {before && <Changes before={before} after={revision} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Changes({
  before,
  after,
}: {
  readonly before: Revisions[number];
  readonly after: Revisions[number];
}) {
  const { publication: words, compose } = useWords();
  const names = {
    title: compose.titleField,
    summary: words.summary,
    instructions: words.instructions,
    body: words.body,
  };
  const changed = FIELDS.filter((field) => (before[field] ?? '') !== (after[field] ?? ''));
  return (
    <details>
      <summary>{words.difference}</summary>
      {changed.length === 0 && <p>{words.noDifference}</p>}
      {changed.map((field) => (
        <div key={field}>
          <h3>{names[field]}</h3>
          <Difference before={before[field] ?? ''} after={after[field] ?? ''} />
        </div>
      ))}
    </details>
  );
}
