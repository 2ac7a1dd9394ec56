import { Link } from 'wouter';
import { useFresh } from '../../app/live.js';
import { useMay, useViewer } from '../../app/session.js';
import { store } from '../../hub/store.js';
import { Icon } from '../../marks/icon.js';
import { FreshBar } from '../../parts/fresh-bar.js';
import { PageTitle } from '../../parts/page-title.js';
import { useWords } from '../../words/words.js';
import { DraftsWaiting } from './drafts-waiting.js';
import { Latest } from './latest.js';
import { RegionLevel } from './region-level.js';
import { Unanswered } from './unanswered.js';
import { Unread } from './unread.js';

/** What needs the viewer now: first what waits for their answer, then what is new. */
export function HomePage() {
  const words = useWords();
  const may = useMay();
  const { member } = useViewer();
  const { fresh, shown } = useFresh();
  const reads = may('inbox.mark');
  return (
    <>
      <PageTitle title={words.home.title}>
        {may('publication.draft') && (
          <Link href="/compose" className="usa-button">
            <Icon name="campaign" /> {words.home.postAlert}
          </Link>
        )}
      </PageTitle>
      <p className="lead">
        {member.name}
        {member.jurisdiction && `, ${member.jurisdiction.fullName}`}
      </p>
      <FreshBar
        count={fresh.length}
        show={() => {
          shown();
          store.refreshAll();
        }}
      />
      <div className="home__columns">
        <div className="home__main">
          {may('publication.review') && <DraftsWaiting />}
          {may('audit.read') && (
            <Link href="/operations" className="pointer">
              <Icon name="security" />
              {words.operations.audit}
              <Icon name="forward" />
            </Link>
          )}
          {reads && <Unanswered />}
          {reads && <Unread />}
          {reads && <Latest />}
        </div>
        {reads && <RegionLevel />}
      </div>
    </>
  );
}
