import { Link } from 'wouter';
import { LevelHistory } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { LevelMark } from '../../marks/level.js';
import { SeverityMark, TlpMark } from '../../marks/marks.js';
import { useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';
import type { MapFacts } from './use-map-facts.js';

interface RegionPanelProps {
  readonly code: string;
  readonly name: string;
  readonly facts: MapFacts;
}

/** The facts of the region that is chosen, how its level came about, and the way to what was shared for it. */
export function RegionPanel({ code, name, facts }: RegionPanelProps) {
  const { map, levels } = useWords();
  const times = useTimes();
  const standing = facts.standing(code);
  const counted = facts.activity(code);
  const { data } = useQuery(LevelHistory, { region: code, first: 10, after: null });
  const history = data?.alertLevelHistory.edges ?? [];
  return (
    <section className="panel" aria-labelledby="region">
      <h2 id="region">{name}</h2>
      <p>
        <LevelMark level={standing?.level ?? null} />
      </p>
      {standing && (
        <p className="soft">
          {standing.setFor.code === code
            ? levels.since(times.ago(standing.since))
            : levels.from(standing.setFor.name)}
          {' · '}
          <Link href={`/publications/${standing.publication.id}`}>{levels.why}</Link>
        </p>
      )}
      <p>
        {map.count(counted?.publicationCount ?? 0)}
        {counted && `, ${map.alerts(counted.alertCount)}`}
        {counted?.highestSeverity && (
          <>
            {' · '}
            {map.highest} <SeverityMark severity={counted.highestSeverity} />
          </>
        )}
      </p>
      <Link href={code === 'US' ? '/publications' : `/publications?region=${code}`}>{map.toFeed}</Link>
      {history.length > 0 && (
        <details className="aside-help">
          <summary>{levels.history}</summary>
          <ul className="rows">
            {history.map(({ node: { level, at, tlp, publication, reason } }) => (
              <li key={at} className="row">
                <div>
                  <LevelMark level={level} /> <TlpMark tlp={tlp} />
                  <p className="soft">
                    {times.moment(at)} · <Link href={`/publications/${publication.id}`}>{levels.why}</Link>
                  </p>
                  {reason && <p>{reason}</p>}
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
