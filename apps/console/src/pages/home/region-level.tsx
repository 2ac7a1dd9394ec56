import { Link } from 'wouter';
import { useViewer } from '../../app/session.js';
import { Levels } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { Icon } from '../../marks/icon.js';
import { LevelMark } from '../../marks/level.js';
import { useTimes } from '../../words/time.js';
import { useWords } from '../../words/words.js';

/** The alert level of the viewer's own region, its own or what it has from above. */
export function RegionLevel() {
  const { home, levels } = useWords();
  const times = useTimes();
  const { member } = useViewer();
  const code = member.jurisdiction?.code ?? 'US';
  const { data } = useQuery(Levels, { within: code });
  const standing = data?.alertLevels.find(({ region }) => region.code === code);
  return (
    <section className="panel region-level" aria-labelledby="region-level">
      <h2 id="region-level">
        {home.level}, {member.jurisdiction?.name ?? levels.nation}
      </h2>
      <p>
        <LevelMark level={standing?.level ?? null} />
      </p>
      {standing && (
        <>
          <p className="soft">
            {standing.setFor.code === code
              ? levels.since(times.ago(standing.since))
              : levels.from(standing.setFor.name)}
          </p>
          <p>
            <Link href={`/publications/${standing.publication.id}`}>{levels.why}</Link>
          </p>
        </>
      )}
      {!standing && <p className="soft">{levels.unsetText}</p>}
      <Link href="/map">
        <Icon name="map" /> {levels.toMap}
      </Link>
    </section>
  );
}
