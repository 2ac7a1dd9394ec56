import { useState } from 'react';
import { useAnnounce } from '../../app/announcer.js';
import { useSession } from '../../app/session.js';
import {
  ExportPublication,
  PublicationIndicators,
  type PublicationIndicatorsQuery,
} from '../../generated/operations.generated.js';
import { ask } from '../../hub/ask.js';
import { asRefused, type Refused } from '../../hub/refused.js';
import { useQuery } from '../../hub/use-query.js';
import { Icon } from '../../marks/icon.js';
import { Failure } from '../../parts/failure.js';
import { csv, save } from '../../parts/save.js';
import { SeenHere } from '../../parts/seen-here.js';
import { useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';

type Shown = NonNullable<PublicationIndicatorsQuery['publication']>['indicators'];
type Indicator = Shown['edges'][number]['node'];

const PAGE = 50;
/** More than this is for a program, which asks the API. */
const MOST_EXPORTED = 2_000;

/** By what it is known: to copy, to download, and to say that it was seen here. */
export function Indicators({ publicationId }: { readonly publicationId: string }) {
  const { indicators: words } = useWords();
  const { data, error, refresh } = useQuery(PublicationIndicators, {
    id: publicationId,
    first: PAGE,
    after: null,
  });
  if (error && !data) return <Failure error={error} retry={refresh} />;
  const first = data?.publication?.indicators;
  if (!first || first.edges.length === 0) return null;
  return (
    <section aria-labelledby="indicators" className="indicators">
      <h2 id="indicators">{words.title}</h2>
      <ul className="rows">
        <Rows shown={first} publicationId={publicationId} />
      </ul>
      <Taking publicationId={publicationId} />
    </section>
  );
}

interface RowsProps {
  readonly shown: Shown;
  readonly publicationId: string;
}

function Rows({ shown: { edges, pageInfo }, publicationId }: RowsProps) {
  const { app } = useWords();
  const [more, setMore] = useState(false);
  return (
    <>
      {edges.map(({ node }) => (
        <li key={node.id} className="row">
          <Row indicator={node} />
        </li>
      ))}
      {pageInfo.hasNextPage && !more && (
        <li className="row">
          <button type="button" className="usa-button usa-button--outline" onClick={() => setMore(true)}>
            {app.showMore}
          </button>
        </li>
      )}
      {more && <More publicationId={publicationId} after={pageInfo.endCursor ?? null} />}
    </>
  );
}

function More({ publicationId, after }: { readonly publicationId: string; readonly after: string | null }) {
  const { data, error, refresh } = useQuery(PublicationIndicators, {
    id: publicationId,
    first: PAGE,
    after,
  });
  if (error && !data) return <Failure error={error} retry={refresh} />;
  const shown = data?.publication?.indicators;
  return shown ? <Rows shown={shown} publicationId={publicationId} /> : null;
}

function Row({ indicator }: { readonly indicator: Indicator }) {
  const { indicators: words } = useWords();
  const times = useTimes();
  const { viewer } = useSession();
  const { id, type, value, pattern, description, state, harmless, sightingCount, lastSeen } = indicator;
  const what = value ?? pattern;
  return (
    <>
      <div>
        <code className="once">{what}</code>
        {state === 'REVOKED' && <span className="state state--danger">{words.revoked}</span>}
        {harmless && (
          <p>
            <Icon name="warning" /> {words.harmless} ({words.harmlessKinds[harmless]})
          </p>
        )}
        {description && <p>{description}</p>}
        <p className="soft">
          {words.types[type]} · {words.seen(sightingCount)}
          {lastSeen && `, ${words.lastSeen(times.ago(lastSeen))}`}
        </p>
      </div>
      {viewer && state === 'ACTIVE' && <SeenHere indicatorId={id} what={what} />}
    </>
  );
}

async function all(publicationId: string): Promise<readonly Indicator[]> {
  const found: Indicator[] = [];
  for (let after: string | null = null; found.length < MOST_EXPORTED; ) {
    const answer: PublicationIndicatorsQuery = await ask(PublicationIndicators, {
      id: publicationId,
      first: 100,
      after,
    });
    const page = answer.publication?.indicators;
    found.push(...(page?.edges.map(({ node }) => node) ?? []));
    if (!page?.pageInfo.hasNextPage) return found;
    after = page.pageInfo.endCursor ?? null;
  }
  return found;
}

/** Takes them to another program. */
function Taking({ publicationId }: { readonly publicationId: string }) {
  const { indicators: words, app } = useWords();
  const announce = useAnnounce();
  const [error, setError] = useState<Refused>();
  const attempt = (work: () => Promise<void>) => {
    setError(undefined);
    work().catch((cause) => setError(asRefused(cause)));
  };
  const copy = async () => {
    const values = (await all(publicationId))
      .filter(({ state, harmless }) => state === 'ACTIVE' && !harmless)
      .map(({ value, pattern }) => value ?? pattern);
    await navigator.clipboard.writeText(values.join('\n'));
    announce(app.copied);
  };
  const asCsv = async () => {
    const rows = (await all(publicationId)).map((one) => [
      one.type,
      one.value ?? '',
      one.pattern,
      one.description ?? '',
      `${one.confidence ?? ''}`,
      one.validUntil ?? '',
      `${one.sightingCount}`,
    ]);
    save(`${publicationId}.csv`, csv([words.columns, ...rows]));
  };
  const asStix = async () => {
    const { exportPublication: made } = await ask(ExportPublication, { id: publicationId, format: 'STIX' });
    if (made) save(made.fileName, made.text, made.mediaType);
  };
  const ways = [
    { label: words.copy, icon: 'copy', run: copy },
    { label: words.csv, icon: 'download', run: asCsv },
    { label: words.stix, icon: 'download', run: asStix },
  ] as const;
  return (
    <>
      {error && <Failure error={error} />}
      <div className="row__actions">
        {ways.map(({ label, icon, run }) => (
          <button
            key={label}
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => attempt(run)}
          >
            <Icon name={icon} /> {label}
          </button>
        ))}
      </div>
    </>
  );
}
