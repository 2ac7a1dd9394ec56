import { useEffect, useState } from 'react';
import { useLive } from '../../app/live.js';
import { useMay, useSession } from '../../app/session.js';
import { MarkInbox, Publication } from '../../generated/operations.generated.js';
import { ask } from '../../hub/ask.js';
import { useQuery } from '../../hub/use-query.js';
import { NotReal } from '../../marks/marks.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { Notice } from '../../parts/notice.js';
import { useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';
import { NotFound } from '../not-found.js';
import { Answer } from './answer.js';
import { Comments } from './comments.js';
import { Content } from './content.js';
import { Facts } from './facts.js';
import { Head } from './head.js';
import { History } from './history.js';
import { Indicators } from './indicators.js';
import { Marking } from './marking.js';
import type { Shown } from './shown.js';
import { Tools } from './tools.js';

/** One publication: what happened, who is affected, what to do, until when; the viewer's answer to it, and its history. */
export default function PublicationPage({ id }: { readonly id: string }) {
  const { data, error, loading, refresh } = useQuery(Publication, { id });
  if (error && !data) return <Failure error={error} retry={refresh} />;
  if (!data) return loading ? <Loading /> : null;
  if (!data.publication) return <NotFound />;
  return <Whole publication={data.publication} refresh={refresh} />;
}

function Whole({
  publication,
  refresh,
}: {
  readonly publication: Shown;
  readonly refresh: () => Promise<void>;
}) {
  const own = useOwn(publication);
  useReading(publication);
  return (
    <article className="publication">
      <Changed publication={publication} refresh={refresh} />
      <NotReal status={publication.status} />
      <Head publication={publication} />
      <div className="publication__columns">
        <div className="publication__main">
          <Withdrawal publication={publication} />
          {!own && <Answer publication={publication} />}
          <Content publication={publication} />
          <Indicators publicationId={publication.id} />
          <Comments publication={publication} />
          <History revisions={publication.revisions} />
        </div>
        <aside className="publication__side">
          <Marking publication={publication} />
          <Facts publication={publication} />
          <Tools publication={publication} own={own} />
        </aside>
      </div>
    </article>
  );
}

/** Whether the viewer's own office posted it. */
function useOwn({ origin }: Shown): boolean {
  const { viewer } = useSession();
  return viewer !== null && origin?.id === viewer?.member.id;
}

/** Opening it is reading it. */
function useReading({ id, inbox }: Shown): void {
  const may = useMay();
  const unread = inbox?.state === 'UNREAD' && may('inbox.mark');
  useEffect(() => {
    if (unread)
      void ask(MarkInbox, { input: { publicationIds: [id], state: 'READ' } }).catch(() => undefined);
  }, [id, unread]);
}

/** Says that it has changed meanwhile; the text changes when the reader wants it to. */
function Changed({
  publication: { id },
  refresh,
}: {
  readonly publication: Shown;
  readonly refresh: () => Promise<void>;
}) {
  const { publication: words } = useWords();
  const { news } = useLive();
  const [seen, setSeen] = useState(news[0]?.cursor);
  const latest = news.find(({ publicationId }) => publicationId === id);
  if (!latest || latest.cursor === seen || news.findIndex(({ cursor }) => cursor === seen) === 0) return null;
  const show = async () => {
    await refresh();
    setSeen(latest.cursor);
  };
  if (latest.what === 'UNAVAILABLE') return <Notice kind="warning">{words.gone}</Notice>;
  return (
    <Notice kind="info" urgent>
      <p>{words.changed}</p>
      <button type="button" className="usa-button" onClick={() => void show()}>
        {words.showChanged}
      </button>
    </Notice>
  );
}

function Withdrawal({ publication: { withdrawal, supersededBy } }: { readonly publication: Shown }) {
  const { publication: words } = useWords();
  const times = useTimes();
  if (!withdrawal) return null;
  return (
    <Notice kind="warning" title={words.withdrawnText(times.moment(withdrawal.at))}>
      <p>{withdrawal.reason}</p>
      {supersededBy && (
        <p>
          {words.supersededBy}:{' '}
          <a className="usa-link" href={`/publications/${supersededBy.id}`}>
            {supersededBy.title}
          </a>
        </p>
      )}
    </Notice>
  );
}
