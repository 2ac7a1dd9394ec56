import { Link } from 'wouter';
import { PreviewInterest } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { TlpMark } from '../../marks/marks.js';
import { Failure } from '../../parts/failure.js';
import { useDebounced } from '../../parts/use-debounced.js';
import { useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';
import { type InterestForm, interestOf } from './interest.js';

const DAYS = 31;

/** What would I have got last month? */
export function InterestPreview({ form }: { readonly form: InterestForm }) {
  const { subscriptions, publication: words } = useWords();
  const times = useTimes();
  const asked = useDebounced(JSON.stringify(interestOf(form)), 400);
  const interest = JSON.parse(asked) as ReturnType<typeof interestOf>;
  const { data, error } = useQuery(PreviewInterest, { interest, days: DAYS, first: 8 });
  const preview = data?.previewInterest;
  return (
    <section aria-labelledby="would" className="preview">
      <h2 id="would">{subscriptions.would}</h2>
      <div aria-live="polite">
        {error && <Failure error={error} />}
        {preview && (
          <>
            <p className="preview__count">
              {subscriptions.wouldCount(preview.matchCount, preview.lookedAtCount)}
            </p>
            {preview.partial && <p className="soft">{subscriptions.partial}</p>}
            <ul className="would">
              {preview.publications.map(({ id, title, tlp, updatedAt }) => (
                <li key={id}>
                  <TlpMark tlp={tlp} /> <Link href={`/publications/${id}`}>{title ?? words.withdrawn}</Link>{' '}
                  <span className="soft">{times.ago(updatedAt)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
