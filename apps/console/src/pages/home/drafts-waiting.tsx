import { Link } from 'wouter';
import { Drafts } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { Icon } from '../../marks/icon.js';
import { useWords } from '../../words/words.js';

/** Says that somebody waits for the viewer to review a draft. */
export function DraftsWaiting() {
  const { home } = useWords();
  const { data } = useQuery(Drafts, { first: 50, after: null });
  const waiting = data?.drafts.edges.filter(({ node }) => node.state === 'SUBMITTED').length ?? 0;
  if (waiting === 0) return null;
  return (
    <Link href="/drafts" className="pointer">
      <Icon name="edit" />
      {home.draftsWaiting(waiting)}
      <Icon name="forward" />
    </Link>
  );
}
