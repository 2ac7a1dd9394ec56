import { useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { Counties, States } from '../../generated/operations.generated.js';
import { useQuery } from '../../hub/use-query.js';
import { LevelMark } from '../../marks/level.js';
import { SeverityMark } from '../../marks/marks.js';
import { Table } from '../../parts/table.js';
import { useWords } from '../../words/words.js';
import { loadAtlas } from './atlas.js';
import type { MapFacts } from './use-map-facts.js';

interface Row {
  readonly code: string;
  readonly name: string;
}

/** The hub lists so many regions at once; a state with more counties is listed from the atlas. */
const LISTED = 100;

const byName = (one: Row, other: Row): number => one.name.localeCompare(other.name);

/** The states stand under CISA's ten regions. */
function useStates(): readonly Row[] {
  const { data } = useQuery(States, {});
  return useMemo(
    () =>
      Object.values(data ?? {})
        .flat()
        .sort(byName),
    [data],
  );
}

function useCounties(state: string): readonly Row[] {
  const { data } = useQuery(Counties, { within: state, first: LISTED });
  const [drawn, setDrawn] = useState<readonly Row[]>([]);
  useEffect(
    () =>
      void loadAtlas().then(
        ({ counties }) => setDrawn(counties.filter(({ code }) => code.startsWith(state))),
        () => undefined,
      ),
    [state],
  );
  return useMemo(() => {
    const listed = data?.regions ?? [];
    return [...(listed.length < LISTED ? listed : drawn)].sort(byName);
  }, [data, drawn]);
}

/** The map's facts for those who do not see it, and for those who want to compare. */
export function RegionTable({ state, facts }: { readonly state: string | null; readonly facts: MapFacts }) {
  const { map } = useWords();
  return state === null ? (
    <StateTable caption={map.states} facts={facts} />
  ) : (
    <CountyTable caption={map.counties} state={state} facts={facts} />
  );
}

interface RegionsProps {
  readonly caption: string;
  readonly facts: MapFacts;
}

function StateTable(props: RegionsProps) {
  return <Regions rows={useStates()} {...props} />;
}

function CountyTable({ state, ...props }: RegionsProps & { readonly state: string }) {
  return <Regions rows={useCounties(state)} {...props} />;
}

function Regions({ rows, caption, facts }: RegionsProps & { readonly rows: readonly Row[] }) {
  const { map, levels } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="map__table" tabIndex={0} aria-label={map.table}>
      <Table
        caption={caption}
        first={{
          heading: map.region,
          show: ({ code, name }) => <Link href={`/map?region=${code}`}>{name}</Link>,
        }}
        columns={[
          {
            heading: levels.level,
            show: ({ code }) => <LevelMark level={facts.standing(code)?.level ?? null} />,
          },
          { heading: map.publications, show: ({ code }) => facts.activity(code)?.publicationCount ?? 0 },
          { heading: map.alertsColumn, show: ({ code }) => facts.activity(code)?.alertCount ?? 0 },
          {
            heading: map.highest,
            show: ({ code }) => {
              const highest = facts.activity(code)?.highestSeverity;
              return highest && <SeverityMark severity={highest} />;
            },
          },
        ]}
        rows={rows}
        keyOf={({ code }) => code}
      />
    </section>
  );
}
