import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { LookUp, type LookUpQuery } from '../../generated/operations.generated.js';
import { ask } from '../../hub/ask.js';
import { asRefused, type Refused } from '../../hub/refused.js';
import { Icon } from '../../marks/icon.js';
import { TlpMark } from '../../marks/marks.js';
import { Failure } from '../../parts/failure.js';
import { TextField } from '../../parts/fields.js';
import { PageTitle } from '../../parts/page-title.js';
import { SeenHere } from '../../parts/seen-here.js';
import { useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';

type Found = LookUpQuery['lookUp'][number];

/** What is known of values that somebody found in a log or a mail. */
export default function LookUpPage() {
  const { lookUp: words } = useWords();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Found[] | null>(null);
  const [error, setError] = useState<Refused>();
  const [running, setRunning] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const values = text.split(/[\n,;\t ]+/).filter(Boolean);
    if (values.length === 0) return;
    setRunning(true);
    setError(undefined);
    try {
      setFound((await ask(LookUp, { values })).lookUp);
    } catch (cause) {
      setError(asRefused(cause));
    } finally {
      setRunning(false);
    }
  };
  return (
    <>
      <PageTitle title={words.title} />
      <p className="lead">{words.lead}</p>
      <form className="panel" onSubmit={(event) => void submit(event)}>
        {error && <Failure error={error} />}
        <TextField label={words.values} hint={words.hint} value={text} set={setText} rows={6} max={100_000} />
        <button type="submit" className="usa-button form__submit" disabled={running}>
          {words.ask}
        </button>
      </form>
      <section aria-live="polite" className="spaced">
        {found && (
          <>
            <h2>{words.result(found.filter(({ known }) => known).length, found.length)}</h2>
            <ul className="rows">
              {found.map((one, place) => (
                <li key={place} className="row">
                  <One found={one} />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </>
  );
}

function One({ found }: { readonly found: Found }) {
  const { lookUp: words, indicators, publication } = useWords();
  const times = useTimes();
  const { value, type, canonical, known, sightingCount, lastSeen, harmless } = found;
  const [first] = found.indicators;
  return (
    <>
      <div>
        <code className="once">{canonical ?? value}</code>
        <span className={known ? 'state state--danger' : 'state'}>
          {known ? words.known : type ? words.unknown : words.notAValue}
        </span>
        {harmless && (
          <p>
            <Icon name="warning" /> {indicators.harmless} ({indicators.harmlessKinds[harmless]})
          </p>
        )}
        {type && (
          <p className="soft">
            {indicators.types[type]}
            {known && ` · ${indicators.seen(sightingCount)}`}
            {lastSeen && `, ${indicators.lastSeen(times.ago(lastSeen))}`}
          </p>
        )}
        {found.indicators.map(
          ({ id, tlp, publication: of }) =>
            of && (
              <p key={id}>
                {words.in} <TlpMark tlp={tlp} />{' '}
                <Link href={`/publications/${of.id}`}>{of.title ?? publication.withdrawn}</Link>
              </p>
            ),
        )}
      </div>
      {first && <SeenHere indicatorId={first.id} what={value} />}
    </>
  );
}
