import { Link } from 'wouter';
import { TlpMark } from '../../marks/marks.js';
import { Notice } from '../../parts/notice.js';
import { useWords } from '../../words/words.js';
import type { Import, Taken, Told } from './send-document.js';

/** How far it is, and what came of each part. */
export function Outcome({ state: { dryRun, sent, objects, told, ended } }: { readonly state: Import }) {
  const { imports: words } = useWords();
  return (
    <section aria-live="polite" className="spaced">
      {!ended && (
        <p>
          <progress value={sent} max={100} aria-label={words.title} /> {words.sending(sent)}
          {objects > 0 && ` · ${words.objects(objects)}`}
        </p>
      )}
      {ended && told.length === 0 && <Notice kind="info">{words.nothing}</Notice>}
      {told.length > 0 && <h2>{dryRun ? words.wouldBe : words.came}</h2>}
      <ul className="rows">
        {told.map((one, place) => (
          <li key={place} className="row">
            <Line told={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ told }: { readonly told: Told }) {
  const { imports: words } = useWords();
  if (told.error) {
    const { where, message } = told.error;
    return (
      <p className="usa-error-message">
        {where && words.where(where)} {message}
      </p>
    );
  }
  if (told.catalogue) return <p>{words.catalogue(told.catalogue.added, told.catalogue.changed)}</p>;
  return told.taken ? <TakenLine taken={told.taken} /> : null;
}

function TakenLine({ taken }: { readonly taken: Taken }) {
  const { imports: words } = useWords();
  const { title, what, format, tlp, publicationId, draftId, indicators, remarks, sourceId } = taken;
  const href = publicationId ? `/publications/${publicationId}` : draftId ? `/compose/${draftId}` : null;
  return (
    <div>
      {tlp && <TlpMark tlp={tlp} />} {href ? <Link href={href}>{title}</Link> : title}
      <span className={what === 'REFUSED' ? 'state state--danger' : 'state'}>{words.what[what]}</span>
      <p className="soft">
        {format} · {sourceId}
        {indicators > 0 && ` · ${words.indicators(indicators)}`}
      </p>
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </div>
  );
}
