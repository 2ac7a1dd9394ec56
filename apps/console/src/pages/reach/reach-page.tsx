import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import { useMay } from '../../app/session.js';
import { Reach, ReachChanged, type ReachQuery } from '../../generated/operations.generated.js';
import { usePushed } from '../../hub/use-pushed.js';
import { useQuery } from '../../hub/use-query.js';
import { Icon } from '../../marks/icon.js';
import { KindMark, NotReal, SeverityMark, TlpMark } from '../../marks/marks.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { PageTitle } from '../../parts/page-title.js';
import { useWords } from '../../words/words.js';
import { NotFound } from '../not-found.js';
import { ReachExport } from './reach-export.js';
import { ReachMap } from './reach-map.js';
import { ReachMembers } from './reach-members.js';
import { ReachTable } from './reach-table.js';
import { Reminding } from './reminding.js';

type Publication = NonNullable<ReachQuery['publication']>;

/** Whom one's publication reached: how many opened it, who answered what, who is silent, on a map and in tables. */
export default function ReachPage({ id }: { readonly id: string }) {
  const { data, error, loading, refresh } = useQuery(Reach, { id, silentOnly: false, first: 1, after: null });
  /** Grows whenever the hub says that it has changed. */
  const [turn, setTurn] = useState(0);
  const changed = useCallback(() => {
    setTurn((before) => before + 1);
    void refresh();
  }, [refresh]);
  usePushed(ReachChanged, id, changed);
  if (error && !data) return <Failure error={error} retry={refresh} />;
  if (!data) return loading ? <Loading /> : null;
  if (!data.publication?.reach) return <NotFound />;
  return <Whole publication={data.publication} reach={data.publication.reach} turn={turn} />;
}

function Whole({
  publication,
  reach,
  turn,
}: {
  readonly publication: Publication;
  readonly reach: NonNullable<Publication['reach']>;
  readonly turn: number;
}) {
  const words = useWords();
  const may = useMay();
  const [silentOnly, setSilentOnly] = useState(false);
  const { id, title, tlp, kind, severity, status } = publication;
  return (
    <>
      <NotReal status={status} />
      <div className="card__marks">
        <TlpMark tlp={tlp} />
        <KindMark kind={kind} />
        {severity && <SeverityMark severity={severity} />}
      </div>
      <PageTitle title={words.reach.title}>
        <ReachExport id={id} title={title ?? ''} />
      </PageTitle>
      <p className="lead">
        <Link href={`/publications/${id}`}>{title}</Link>
      </p>
      <dl className="figures" aria-live="polite">
        <Figure
          name={words.reach.sent}
          value={reach.memberCount}
          note={words.reach.ofOffices(reach.memberCount, reach.notifiedCount)}
        />
        <Figure
          name={words.reach.opened}
          value={reach.openedCount}
          note={words.reach.ofPeople(reach.openedCount)}
        />
        <Figure name={words.reach.answered} value={reach.acknowledgedCount} of={reach.memberCount} />
        <Figure name={words.reach.silent} value={reach.silentCount} of={reach.memberCount} />
      </dl>
      <ul className="chips">
        {reach.responses.map(({ response, count }) => (
          <li key={response} className={response === 'NEED_HELP' && count > 0 ? 'chip--danger' : ''}>
            {words.answers[response]}: <strong>{count}</strong>
          </li>
        ))}
      </ul>
      <div className="reach__columns">
        <ReachMap
          id={id}
          byState={reach.byState}
          turn={reach.acknowledgedCount * 10_000 + reach.openedCount}
        />
        <ReachTable byState={reach.byState} byKind={reach.byKind} />
      </div>
      <section aria-labelledby="offices">
        <div className="section-title">
          <h2 id="offices">{words.reach.offices}</h2>
          <button
            type="button"
            className="usa-button usa-button--outline"
            aria-pressed={silentOnly}
            onClick={() => setSilentOnly(!silentOnly)}
          >
            <Icon name="filter" /> {words.reach.silentOnly}
          </button>
        </div>
        {reach.silentCount > 0 && may('publication.remind') && <Reminding publicationId={id} />}
        <ReachMembers key={String(silentOnly)} id={id} silentOnly={silentOnly} turn={turn} />
      </section>
    </>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: number;
  readonly of?: number;
  readonly note?: string;
}

function Figure({ name, value, of, note }: FigureProps) {
  const share = of ? Math.round((value / of) * 100) : null;
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd>
        <strong>{value.toLocaleString()}</strong>
        {share !== null && <span className="soft"> {share} %</span>}
        {note && <span className="soft"> {note}</span>}
      </dd>
    </div>
  );
}
